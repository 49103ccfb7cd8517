// Compressed streams: told by their first bytes, undone, damaged, and far too good.
#include "indexer/decompress.h"

#include <gtest/gtest.h>

#include "article/error.h"
#include "indexer/input.h"
#include "tests/indexer/packed.h"

namespace broadsheet {
namespace {

const std::vector<std::string> filters = {"gzip", "xz", "bzip2", "zstd"};

Input input_of(std::string bytes) {
  const auto meter = std::make_shared<Meter>();
  meter->take(bytes.size());
  return Input::of_source("a", bytes_in_memory(std::move(bytes)), meter);
}

// What is read before it ends, and the reason why it ends.
struct Outcome {
  std::string text;
  std::string reason;
};

Outcome read_all(std::string bytes) {
  Outcome outcome;
  try {
    Input input = input_of(std::move(bytes));
    std::vector<char> chunk(100'000);
    while (const std::size_t got = input.read(chunk.data(), chunk.size()))
      outcome.text.append(chunk.data(), got);
  } catch (const Error& error) {
    outcome.reason = error.what();
  }
  return outcome;
}

std::string numbers() {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += std::to_string(i * 7919 % 99991) + " jobs\n";
  return text;
}

TEST(Decompress, UndoesEachFormatToldByItsFirstBytes) {
  for (const std::string& filter : filters) {
    const Outcome outcome = read_all(packed_by(filter, numbers()));
    EXPECT_EQ(outcome.text, numbers()) << filter;
    EXPECT_EQ(outcome.reason, "") << filter;
  }
}

TEST(Decompress, ReadsStreamsBehindOneAnother) {
  for (const std::string& filter : filters) {
    const Outcome outcome = read_all(packed_by(filter, "one ") +
                                     packed_by(filter, "two ") + packed_by(filter, "3"));
    EXPECT_EQ(outcome.text, "one two 3") << filter;
    EXPECT_EQ(outcome.reason, "") << filter;
  }
}

TEST(Decompress, LeavesOtherBytesBehindTheEnd) {
  for (const std::string& filter : filters) {
    const std::string packed = packed_by(filter, "story");
    EXPECT_EQ(read_all(packed + "\n-- \nsent by mail").text, "story") << filter;
    EXPECT_EQ(read_all(packed + std::string(1000, '\0')).text, "story") << filter;
  }
}

TEST(Decompress, GivesWhatStandsBeforeAnEarlyEndAndSaysSo) {
  for (const std::string& filter : std::vector<std::string>{"gzip", "zstd"}) {
    const std::string packed = packed_by(filter, numbers());
    const Outcome outcome = read_all(packed.substr(0, packed.size() * 2 / 3));
    EXPECT_GT(outcome.text.size(), 1000u) << filter;
    EXPECT_TRUE(numbers().starts_with(outcome.text)) << filter;
    EXPECT_NE(outcome.reason.find("ends too early"), std::string::npos) << outcome.reason;
  }
}

TEST(Decompress, NeverEndsQuietlyWhereBytesAreMissingOrWrong) {
  for (const std::string& filter : filters) {
    const std::string packed = packed_by(filter, numbers());
    for (std::size_t i = 7; i < packed.size(); i += packed.size() / 40 + 1) {
      EXPECT_NE(read_all(packed.substr(0, packed.size() - i)).reason, "")
          << filter << " " << i;
    }
    for (std::size_t i = packed.size() / 3; i + 20 < packed.size();
         i += packed.size() / 20) {
      std::string wrong = packed;
      for (std::size_t k = 0; k < 8; ++k) wrong[i + k] = static_cast<char>(~wrong[i + k]);
      const Outcome outcome = read_all(wrong);
      // zstd as libarchive writes it carries no sum.
      if (filter != "zstd") {
        EXPECT_NE(outcome.reason, "") << filter << " " << i;
      }
    }
  }
}

TEST(Decompress, ChecksTheSumOfGzip) {
  std::string packed = packed_by("gzip", numbers());
  packed[packed.size() - 6] = static_cast<char>(~packed[packed.size() - 6]);
  EXPECT_NE(read_all(packed).reason.find("broken gzip"), std::string::npos);
}

TEST(Decompress, UndoesTwoLayersAndNoMore) {
  const std::string twice = packed_by("gzip", packed_by("xz", "deep"));
  EXPECT_EQ(read_all(twice).text, "deep");
  EXPECT_NE(read_all(packed_by("zstd", twice)).reason.find("more than twice"),
            std::string::npos);
}

TEST(Decompress, PassesOnWhatOnlyLooksPacked) {
  for (const std::string& text :
       std::vector<std::string>{"BZh is no header", "\x1F\x8B", "PK", "", "(\xB5"}) {
    EXPECT_EQ(read_all(text).text, text);
  }
}

TEST(Decompress, GivesUpWhatExpandsTooMuch) {
  const std::string zeros(16u << 20, '\0');
  for (const std::string& filter : filters) {
    std::string packed;
    for (int i = 0; i < 8; ++i) packed += packed_by(filter, zeros);
    const Outcome outcome = read_all(packed);
    EXPECT_NE(outcome.reason.find("200 times"), std::string::npos) << filter;
    EXPECT_LE(outcome.text.size(), Meter::free_bytes + (1u << 20)) << filter;
  }
}

TEST(Decompress, CountsAllLayersAgainstTheFile) {
  std::string inner;
  for (int i = 0; i < 8; ++i) inner += packed_by("gzip", std::string(16u << 20, '\0'));
  const Outcome outcome = read_all(packed_by("gzip", inner));
  EXPECT_NE(outcome.reason.find("200 times"), std::string::npos);
}

}  // namespace
}  // namespace broadsheet
