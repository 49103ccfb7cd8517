#include "cli/account.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <optional>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "cli/console.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

using Clock = std::chrono::steady_clock;

// One line that is written over and over, and gone at the end.
class ProgressLine {
 public:
  explicit ProgressLine(const Screen& screen) : screen_(screen) {}
  ~ProgressLine() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Progress& progress) {
    constexpr auto pause = std::chrono::milliseconds(100);
    const auto now = Clock::now();
    if (shown_ && now - last_ < pause) return;
    last_ = now;
    shown_ = true;
    const std::string line = cut_to_width(line_for(progress), screen_.width - 1);
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
    std::fflush(stderr);
  }

 private:
  // Bytes tell how far it is where their number is known; files differ too much in size.
  std::string line_for(const Progress& progress) const {
    constexpr std::size_t bar_width = 24;
    const double done = share_done(progress);
    std::string bar(static_cast<std::size_t>(bar_width * done), '=');
    bar.resize(bar_width, '.');
    std::string line = fmt::format("{} [{}] {:.0f}%, {}/{}", progress.phase, bar,
                                   100 * done, grouped(progress.files_done),
                                   counted(progress.files_total, "file", "files"));
    if (progress.stories > 0)
      line += ", " + counted(progress.stories, "story", "stories");
    return line + pace(progress, done);
  }

  static double share_done(const Progress& progress) {
    const auto share = [](double part, double whole) {
      return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0.0;
    };
    if (progress.bytes_total > 0)
      return share(static_cast<double>(progress.bytes_done),
                   static_cast<double>(progress.bytes_total));
    return share(static_cast<double>(progress.files_done),
                 static_cast<double>(progress.files_total));
  }

  // ", 12.3 MB/s, 40 s left", once there is enough to go by.
  std::string pace(const Progress& progress, double done) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    if (progress.bytes_done == 0 || seconds < 2) return {};
    std::string text = fmt::format(
        ", {:.1f} MB/s", static_cast<double>(progress.bytes_done) / 1e6 / seconds);
    if (done < 0.02 || done >= 1) return text;
    const double left = seconds / done - seconds;
    return text + (left < 90 ? fmt::format(", {:.0f} s left", left)
                             : fmt::format(", {:.0f} min left", left / 60));
  }

  Screen screen_;
  bool shown_ = false;
  Clock::time_point last_{};
  Clock::time_point start_ = Clock::now();
};

std::string place(const Skipped& skipped) {
  if (!skipped.line) return skipped.path;
  return fmt::format("{}:{}", skipped.path, *skipped.line);
}

}  // namespace

Account index_and_tell(const IndexOptions& options, bool quiet) {
  Account account;
  const Screen screen = talk_screen();
  if (screen.terminal && !quiet) {
    ProgressLine line(screen);
    account =
        index_paths(options, [&](const Progress& progress) { line.show(progress); });
  } else {
    account = index_paths(options);
  }
  tell_skipped(account.skipped);
  return account;
}

void tell_skipped(const std::vector<Skipped>& skipped) {
  constexpr std::size_t most = 20;
  const std::size_t shown = std::min(skipped.size(), most);
  for (std::size_t i = 0; i < shown; ++i)
    say(fmt::format("skipped {}: {}", place(skipped[i]), skipped[i].reason));
  if (skipped.size() > shown)
    say(fmt::format("and {} more; --format json lists them all",
                    grouped(skipped.size() - shown)));
}

std::string account_text(const Account& account, bool dry_run) {
  std::string aside;
  const auto add = [&](std::size_t number, std::string_view text, bool always = false) {
    if (number > 0 || always)
      aside += fmt::format("{}{} {}", aside.empty() ? "" : ", ", grouped(number), text);
  };
  add(account.updated, "updated");
  add(account.unchanged, "unchanged");
  add(account.duplicate, account.duplicate == 1 ? "exact copy" : "exact copies", true);
  add(account.removed, "removed");
  add(account.skipped_stories, "skipped", true);
  std::string files = counted(account.files_read, "file", "files");
  if (account.files_skipped > 0)
    files += fmt::format(" ({} skipped)", grouped(account.files_skipped));
  std::string text = fmt::format(
      "{} {} ({}) from {} in {:.1f} s\n", dry_run ? "would index" : "indexed",
      counted(account.indexed, "story", "stories"), aside, files, account.seconds);
  if (account.vanished_stories > 0) {
    text +=
        fmt::format("{} of {} {} kept; --prune removes {}\n",
                    counted(account.vanished_stories, "story", "stories"),
                    counted(account.vanished_files, "vanished file", "vanished files"),
                    account.vanished_stories == 1 ? "is" : "are",
                    account.vanished_stories == 1 ? "it" : "them");
  }
  if (account.corrections_carried > 0) {
    text +=
        fmt::format("{} carried over to the same story in another place\n",
                    counted(account.corrections_carried, "correction", "corrections"));
  }
  if (account.corrections_lost > 0) {
    text += fmt::format("{} lost {} story; 'broadsheet correct --list' shows {}\n",
                        counted(account.corrections_lost, "correction", "corrections"),
                        account.corrections_lost == 1 ? "its" : "their",
                        account.corrections_lost == 1 ? "it" : "them");
  }
  return text;
}

std::string account_json(const Account& account) {
  using Json = nlohmann::ordered_json;
  Json skipped = Json::array();
  for (const Skipped& one : account.skipped)
    skipped.push_back(Json{{"path", one.path},
                           {"line", one.line ? Json(*one.line) : Json(nullptr)},
                           {"reason", one.reason}});
  const Json json{
      {"files", {{"read", account.files_read}, {"skipped", account.files_skipped}}},
      {"stories",
       {{"indexed", account.indexed},
        {"updated", account.updated},
        {"unchanged", account.unchanged},
        {"duplicate", account.duplicate},
        {"removed", account.removed},
        {"skipped", account.skipped_stories}}},
      {"skipped", std::move(skipped)},
      {"vanished",
       {{"files", account.vanished_files}, {"stories", account.vanished_stories}}},
      {"corrections",
       {{"carried", account.corrections_carried}, {"lost", account.corrections_lost}}},
      {"seconds", account.seconds}};
  return to_line(json) + "\n";
}

}  // namespace broadsheet
