#include "searcher/copy_cluster.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

StoryRef story(std::string outlet, const char* date) {
  StoryRef ref;
  if (!outlet.empty()) ref.outlet = std::move(outlet);
  if (*date != '\0') ref.date = read_date(date);
  return ref;
}

TEST(CopyCluster, NamesWhoHadItFirst) {
  const auto first = [](std::vector<StoryRef> members) {
    return order_copies(std::move(members)).first_outlet.value_or("nobody");
  };
  EXPECT_EQ(first({story("Post", "2026-04-25"), story("Wire", "2026-04-24")}), "Wire");
  EXPECT_EQ(first({story("Post", ""), story("Wire", "2026-04-24")}), "Wire");
  EXPECT_EQ(first({story("Post", ""), story("Wire", "")}), "nobody");
  EXPECT_EQ(first({story("Post", "2026-04-24"), story("Wire", "2026-04-24")}), "nobody");
  EXPECT_EQ(first({story("Wire", "2026-04-24"), story("Wire", "2026-04-24")}), "Wire");
  EXPECT_EQ(first({story("Post", "2026-04"), story("Wire", "2026-04-24")}), "nobody");
  EXPECT_EQ(first({story("Post", "2026-05"), story("Wire", "2026-04-24")}), "Wire");
  EXPECT_EQ(first({story("", "2026-04-23"), story("Wire", "2026-04-24")}), "nobody");
}

TEST(CopyCluster, PutsTheUndatedLast) {
  const CopyCluster cluster =
      order_copies({story("A", ""), story("B", "2026-04-25"), story("C", "2026-04-24")});
  EXPECT_EQ(cluster.members[0].outlet, "C");
  EXPECT_EQ(cluster.members[2].outlet, "A");
}

}  // namespace
}  // namespace broadsheet
