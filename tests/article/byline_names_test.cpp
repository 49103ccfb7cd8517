// Names of people, and what only looks like one.
#include <gtest/gtest.h>

#include "article/byline.h"

namespace broadsheet {
namespace {

TEST(LooksLikeName, TellsPeopleFromRolesAndOutlets) {
  for (const char* name :
       {"Ann Lee", "Bob van der Stone", "J. R. Marsh", "Anne-Marie O'Dell",
        "Žofie Dvořáková", "James Burroughs", "Amos Hill"}) {
    EXPECT_TRUE(looks_like_name(name)) << name;
  }
  for (const char* other :
       {"Economics Correspondents", "Staff Reporter", "Senior Editors", "Reuters",
        "the council", "Ann", "Updated Friday", "News Desk", "Ann Lee 2026", ""}) {
    EXPECT_FALSE(looks_like_name(other)) << other;
  }
}

}  // namespace
}  // namespace broadsheet
