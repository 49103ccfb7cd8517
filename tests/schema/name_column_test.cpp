#include "schema/name_column.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include <gtest/gtest.h>

#include "schema/column_file.h"
#include "schema/document.h"
#include "schema/facet_names.h"

namespace broadsheet {
namespace {

std::string shown(const FacetField& field, const Article& article) {
  std::string all;
  for (const std::string& term : facet_terms(article)) {
    if (!term.starts_with(field.prefix)) continue;
    const FacetName name = facet_name(std::string_view(term).substr(field.prefix.size()));
    all += fmt::format("{}={} ", name.key, name.shown);
  }
  return all;
}

const FacetField& field(std::string_view name) {
  return facet_fields()[facet_named(name)];
}

TEST(FacetNames, AreAskedByTheirFoldedForm) {
  Article article;
  article.outlet = "BBC News";
  article.authors = {"Zo\u00E9 O\u2019Neill", "the"};
  article.language = "en";
  EXPECT_EQ(shown(field("outlet"), article), "bbc news=BBC News ");
  EXPECT_EQ(shown(field("author"), article),
            "the=the zoe o'neill=Zo\u00E9 O\u2019Neill ");
  EXPECT_EQ(shown(field("language"), article), "en=en ");
  EXPECT_EQ(shown(field("credited"), article), "");
}

struct KeyCase {
  const char* facet;
  const char* value;
  const char* key;
};

TEST(FacetNames, ReadValuesAsPeopleWriteThem) {
  for (const KeyCase& one : {
           KeyCase{"outlet", "  bbc  NEWS ", "bbc news"},
           KeyCase{"year", "2026", "2026"},
           KeyCase{"month", "2026-04", "202604"},
           KeyCase{"month", "April 2026", "202604"},
           KeyCase{"month", "2026", ""},
           KeyCase{"day", "2026-04-24", "20260424"},
           KeyCase{"day", "soon", ""},
           KeyCase{"author", "\u2026", "\u2026"},
       }) {
    EXPECT_EQ(facet_key(field(one.facet), one.value), one.key) << one.value;
  }
}

TEST(FacetNames, StayShortEnoughForATermAndWholeInTheirCharacters) {
  Article article;
  std::string name;
  for (int i = 0; i < 300; ++i) name += "\u00E4\u65E5";
  article.outlet = name;
  article.authors.assign(2000, "");
  for (std::size_t i = 0; i < article.authors.size(); ++i)
    article.authors[i] = fmt::format("Author {}", i);
  const auto terms = facet_terms(article);
  EXPECT_LE(terms.size(), 300u);
  for (const std::string& term : terms) {
    EXPECT_LT(term.size(), 200u);
    const FacetName both = facet_name(term);
    EXPECT_TRUE(both.shown.empty() || (both.shown.back() & 0xC0) != 0xC0);
  }
}

class ColumnsTest : public testing::Test {
 protected:
  ColumnsTest() {
    std::string name =
        (std::filesystem::temp_directory_path() / "columns-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    Xapian::WritableDatabase stories(folder_ + "/articles", Xapian::DB_CREATE);
    for (const char* authors :
         {"Ann Lee;Bo", "", "ANN LEE", "Ann Lee", "Cy;ann lee;Ann Lee"}) {
      Article article;
      article.id = fmt::format("{}", ++stories_);
      article.cluster = stories_ == 4 ? "1" : article.id;
      std::string_view rest = authors;
      while (!rest.empty()) {
        article.authors.emplace_back(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.size(), article.authors.back().size() + 1));
      }
      Xapian::Document document = to_document(article, stem_, "");
      stories.add_document(document);
    }
    stories.commit();
    stories.delete_document(3);
    stories.commit();
  }
  ~ColumnsTest() override { std::filesystem::remove_all(folder_); }

  static std::vector<std::string> names(const NameColumn& column, Xapian::docid story) {
    std::vector<std::string> found;
    for (const std::uint32_t name : column.of(story))
      found.emplace_back(column.shown(name));
    return found;
  }
  static void expect_authors(const NameColumn& column) {
    using Names = std::vector<std::string>;
    EXPECT_EQ(column.size(), 3u);
    EXPECT_EQ(names(column, 1), (Names{"Ann Lee", "Bo"})) << "the form of most stories";
    EXPECT_EQ(names(column, 2), (Names{}));
    EXPECT_EQ(names(column, 3), (Names{})) << "deleted";
    EXPECT_EQ(names(column, 5), (Names{"Ann Lee", "Cy"})) << "two forms are one name";
    EXPECT_EQ(names(column, 6), (Names{}));
    EXPECT_EQ(names(column, 4'000'000), (Names{}));
    EXPECT_EQ(column.find("bo"), 1u);
    EXPECT_EQ(column.find("bob"), column.size());
  }

  std::string folder_;
  int stories_ = 0;
  Stemmer stem_;
};

TEST_F(ColumnsTest, HoldTheNamesOfEachStory) {
  expect_authors(
      NameColumn(Xapian::Database(folder_ + "/articles"), field("author").prefix));
}

TEST_F(ColumnsTest, AreTheSameFromTheirFile) {
  EXPECT_EQ(ColumnFile::open(folder_), nullptr);
  write_columns(folder_);
  const auto file = ColumnFile::open(folder_);
  ASSERT_TRUE(file);
  const auto authors = file->names(facet_named("author"));
  ASSERT_TRUE(authors);
  expect_authors(*authors);
  EXPECT_FALSE(file->names(facet_named("cluster")));
  const auto clusters = file->clusters();
  ASSERT_EQ(clusters.size(), 6u);
  EXPECT_EQ(clusters[3], 0u);
  EXPECT_EQ(clusters[1], clusters[4]);
  EXPECT_NE(clusters[1], clusters[2]);
}

TEST_F(ColumnsTest, OfADamagedFileAreNotUsed) {
  write_columns(folder_);
  const std::string path = folder_ + "/columns";
  const auto size = std::filesystem::file_size(path);
  for (const std::uintmax_t at :
       {std::uintmax_t{3}, std::uintmax_t{40}, size / 2, size - 1}) {
    write_columns(folder_);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(file.get() ^ 0x55);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
    file.close();
    EXPECT_FALSE(columns_are_sound(folder_)) << at;
  }
  for (const std::uintmax_t length : {std::uintmax_t{0}, std::uintmax_t{8}, size - 8}) {
    write_columns(folder_);
    std::filesystem::resize_file(path, length);
    EXPECT_FALSE(columns_are_sound(folder_)) << length;
  }
}

}  // namespace
}  // namespace broadsheet
