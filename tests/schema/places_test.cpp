#include "schema/places.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

bool finds(const std::string& asked, std::string_view path,
           std::string_view member = "") {
  const auto terms = path_terms(path, member);
  const auto wanted = asked_path_terms(asked);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& term) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  });
}

TEST(Path, IsFoundByAnyStretchOfIt) {
  const char* path = "/data/news/2024/a.zip";
  for (const char* asked :
       {"/data/news/2024/a.zip", "/data", "/data/", "news", "news/2024", "a.zip",
        "2024/a.zip/day/b.jsonl", "a.zip/day", "b.jsonl", "./news//2024"})
    EXPECT_TRUE(finds(asked, path, "day/b.jsonl")) << asked;
  for (const char* asked :
       {"/news", "data/2024", "a", "2024/news", "news/2024/b.jsonl", "", "/2024"})
    EXPECT_FALSE(finds(asked, path, "day/b.jsonl")) << asked;
  EXPECT_TRUE(finds("dump/a.txt", "./dump/a.txt"));
  EXPECT_FALSE(finds("/dump", "dump/a.txt")) << "begins at the root";
}

TEST(Path, OfAnyDepthHasBoundedTerms) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "/d";
  EXPECT_LT(path_terms(deep, "").size(), 60u);
  EXPECT_TRUE(path_terms("", "").empty());
}

TEST(Address, IsFoundByHostFoldersAndWhole) {
  const auto terms = url_terms("https://www.News.example.org/sport/2026/a-story?x=1#top");
  for (const char* asked :
       {"news.example.org", "NEWS.example.org", "example.org",
        "https://news.example.org/", "www.news.example.org", "news.example.org/sport",
        "http://news.example.org/sport/2026/",
        "https://www.news.example.org/sport/2026/a-story?x=1"})
    EXPECT_EQ(std::count(terms.begin(), terms.end(), asked_url_term(asked)), 1) << asked;
  for (const char* asked : {"org", "example.org/sport", "news.example.org/spo", "sport"})
    EXPECT_EQ(std::count(terms.begin(), terms.end(), asked_url_term(asked)), 0) << asked;
}

TEST(Address, MayBeAnything) {
  for (const char* odd :
       {"", "://", "http://", "/", "?", "a:b:c", "mailto:x@example.org"}) {
    url_terms(odd);
    asked_url_term(odd);
  }
}

}  // namespace
}  // namespace broadsheet
