// How fast figures are read: megabytes of text a second on one core, and whether the time
// of hostile text stays linear.
//
//   bench_figures [FILE]...   stories parted by form feeds; without files, built-in prose
//
// Prints the best of five rounds, since the machine may do other work; then the seconds
// of one line of 1 and of 10 MB of digits, of numbers and of brackets.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

constexpr std::string_view prose =
    "Halden Foods said on Tuesday it would cut about 1,200 jobs at its two plants in the "
    "north, after sales fell 6.5% to $3.1 billion in the second quarter. The company, "
    "which employs more than 40,000 people in 19 countries, had told investors in March "
    "2025 that it would open three new stores a month. \"We have to be honest with the "
    "towns we work in,\" its chief executive said at a meeting with unions, where nobody "
    "spoke for long. Shares rose 4p to 212p. The mayor, who is 61, called the decision "
    "cruel; she said that families had built their lives around the mill since 1953.\n";

std::vector<std::string> stories_of(const std::string& text) {
  std::vector<std::string> stories;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find('\f', start), text.size());
    stories.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return stories;
}

std::string content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// CPU seconds, and how many figures there were.
std::pair<double, std::size_t> time_of(const std::vector<std::string>& stories) {
  std::size_t figures = 0;
  const std::clock_t start = std::clock();
  for (const std::string& story : stories) figures += read_figures(story).size();
  return {static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, figures};
}

void measure_stories(const std::vector<std::string>& stories) {
  constexpr int rounds = 5;
  double best = std::numeric_limits<double>::max();
  std::size_t figures = 0;
  double megabytes = 0;
  for (const std::string& story : stories)
    megabytes += static_cast<double>(story.size()) / 1e6;
  for (int round = 0; round < rounds; ++round) {
    const auto [seconds, count] = time_of(stories);
    best = std::min(best, seconds);
    figures = count;
  }
  std::printf("%zu stories, %.1f MB, %zu figures: %.1f MB/s\n", stories.size(), megabytes,
              figures, megabytes / best);
}

void measure_line(const char* name, std::string_view piece) {
  for (const std::size_t size : {1'000'000u, 10'000'000u}) {
    std::string line;
    while (line.size() < size) line += piece;
    const auto [seconds, figures] = time_of({line});
    std::printf("%s, %zu MB in one line: %.2f s, %zu figures\n", name, size / 1'000'000,
                seconds, figures);
  }
}

}  // namespace
}  // namespace broadsheet

int main(int argc, char** argv) {
  using namespace broadsheet;
  std::vector<std::string> stories;
  for (int i = 1; i < argc; ++i) {
    for (std::string& story : stories_of(content_of(argv[i]))) {
      stories.push_back(std::move(story));
    }
  }
  if (stories.empty()) stories.assign(4000, std::string(prose) + std::string(prose));
  measure_stories(stories);
  measure_line("digits", "7");
  measure_line("numbers", "7 ");
  measure_line("amounts", "$5 million, ");
  measure_line("brackets", "(5 (");
}
