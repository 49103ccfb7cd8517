// Rows of figures: text ==> figures, parted by "; ". What every table of figures shares.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {

inline std::string printed(const Amount& amount) {
  if (amount.exponent < 3) return to_string(amount);
  return std::to_string(amount.mantissa) + "e" + std::to_string(amount.exponent);
}

inline std::string_view sign_of(Bound bound) {
  switch (bound) {
    case Bound::exact:
      return "";
    case Bound::about:
      return "~";
    case Bound::at_least:
      return ">=";
    case Bound::more_than:
      return ">";
    case Bound::at_most:
      return "<=";
    case Bound::less_than:
      return "<";
  }
  return "?";
}

inline std::string printed(const Change& change) {
  std::string out = change.direction == Direction::up ? " up" : " down";
  if (change.by) out += " by " + printed(*change.by);
  if (change.from) out += " from " + printed(*change.from);
  if (change.to) out += " to " + printed(*change.to);
  return out;
}

// "45e9..5e10 USD", ">5e3 job", "~600 role [AI role]", "5 percent up by 5".
inline std::string printed(const Figure& figure) {
  std::string out(sign_of(figure.bound));
  out += printed(figure.low ? *figure.low : *figure.high);
  if (figure.low && figure.high && *figure.low != *figure.high) {
    out += ".." + printed(*figure.high);
  }
  if (!figure.unit.empty()) out += " " + figure.unit;
  if (figure.counts && *figure.counts != figure.unit) out += " [" + *figure.counts + "]";
  if (figure.change) out += printed(*figure.change);
  return out;
}

inline std::string printed_figures(std::string_view text) {
  std::string out;
  for (Figure figure : read_figures(text)) {
    // What a measure says of words further off is the binding's (figure_binding_test).
    const bool of = text.substr(figure.span.end, 4) == " of " ||
                    figure.span.in(text).find(" of ") != std::string_view::npos;
    const bool part = figure.unit == "fraction";
    if (figure.dimension != "count" && !of && !part) figure.counts.reset();
    if (!out.empty()) out += "; ";
    out += printed(figure);
  }
  return out;
}

template <typename Visit>
void each_row(std::string_view table, Visit visit) {
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    const std::string_view row = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
    const std::size_t arrow = row.find(" ==>");
    if (arrow == std::string_view::npos) continue;
    const std::string_view expected = row.substr(arrow + 4);
    visit(row.substr(0, arrow), expected.empty() ? expected : expected.substr(1));
  }
}

inline void expect_figures(std::string_view table) {
  each_row(table, [](std::string_view text, std::string_view expected) {
    EXPECT_EQ(printed_figures(text), expected) << "in: " << text;
  });
}

}  // namespace broadsheet
