// The dates that a page tells, in the order of trust, and what was refused of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

struct DateCandidate {
  Date date;
  DateSource source;
  std::string how;   // "meta article:published_time"
  std::string text;  // as it stood there
};

// "2026-5-3T23:57:00", "2018-11-28CET11:59:00+0100": what follows the day of a machine's
// stamp does not matter.
std::optional<Date> read_stamp(std::string_view text);

class DateList {
 public:
  explicit DateList(RawStory& story) : story_(story) {}

  void add(std::string_view text, DateSource source, std::string how);
  void add(const Date& date, DateSource source, std::string how, std::string text);
  // Shown behind the chosen ones as refused, unless it says the same day.
  void note(std::string_view text, std::string_view why, std::string how);
  void refuse(std::string_view why, std::string_view how, std::string_view text);
  bool empty() const { return list_.empty(); }
  std::vector<DateCandidate>& list() { return list_; }

  // Days before longer stretches; the first is the story's.
  void settle();

 private:
  struct Note {
    std::string why;
    std::string how;
    std::string text;
  };
  RawStory& story_;
  std::vector<DateCandidate> list_;
  std::vector<Note> notes_;
};

}  // namespace broadsheet
