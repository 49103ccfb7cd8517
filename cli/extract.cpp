// broadsheet extract: what is read out of files, as JSON lines or as pages for people.
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "article/article_json.h"
#include "cli/account.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/decoded.h"
#include "cli/shared_options.h"
#include "indexer/index.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

class Page {
 public:
  explicit Page(const Screen& screen) : screen_(screen) {}

  std::string of(const Article& article) {
    out_.clear();
    paragraph(article.path + (article.member ? ", in it " + *article.member : "") +
                  (article.line ? fmt::format(":{}", *article.line) : ""),
              0, Style::dim);
    paragraph(display_title(article.title, article.text), 0, Style::heading);
    row("outlet", article.outlet.value_or("unknown"));
    row("date", date_text(article));
    row("authors", joined(article.authors));
    row("credited", joined(article.credited));
    row("cited", joined(article.cited));
    row("url", article.url.value_or(""));
    row("language", article.language.value_or(""));
    row("mended", joined(article.repairs));
    out_ += "\n";
    body(article);
    list("figures", figures(article), Style::figure);
    list("left out", article.dropped, Style::dim);
    list("found in", evidence(article), Style::dim);
    return out_ + "\n";
  }

 private:
  void paragraph(std::string_view text, std::size_t indent, Style style) {
    lines(text, {{{0, text.size()}, style}}, indent);
  }

  void lines(std::string_view text, const std::vector<StyledSpan>& styles,
             std::size_t indent) {
    for (const std::string& line :
         wrap(text, styles, screen_.width - indent, screen_.colour))
      out_ += std::string(indent, ' ') + line + "\n";
  }

  void row(std::string_view label, const std::string& value) {
    constexpr std::size_t left = 10;
    if (value.empty()) return;
    std::string heading = padded(label, left);
    for (const std::string& line :
         wrap(value, {}, screen_.width - left, screen_.colour)) {
      out_ += heading + line + "\n";
      heading.assign(left, ' ');
    }
  }

  void body(const Article& article) {
    std::string_view text = article.text;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      paragraph(text.substr(0, end), 2, Style::plain);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void list(std::string_view label, const std::vector<std::string>& entries,
            Style style) {
    if (entries.empty()) return;
    out_ += fmt::format("\n{}\n", label);
    for (const std::string& entry : entries) paragraph(entry, 2, style);
  }

  static std::string joined(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
  }

  static std::string date_text(const Article& article) {
    if (!article.date) return "unknown";
    const auto source = article.date_source;
    return to_string(*article.date) +
           (source ? fmt::format(" (from {})", to_string(*source)) : "");
  }

  // "date: json-ld datePublished, 2026-04-24T10:00:00Z"
  static std::vector<std::string> evidence(const Article& article) {
    std::vector<std::string> texts;
    for (const Evidence& found : article.evidence) {
      texts.push_back(fmt::format("{}: {}{}{}", found.field, found.source,
                                  found.text.empty() ? "" : ", ", found.text));
    }
    return texts;
  }

  static std::vector<std::string> figures(const Article& article) {
    std::vector<std::string> texts;
    for (const Figure& figure : article.figures) {
      const std::string_view text = text_of(article, figure);
      if (figure.span.end > text.size() || figure.span.start > figure.span.end) continue;
      texts.push_back(fmt::format("{} = {}", figure.span.in(text), to_string(figure)));
    }
    return texts;
  }

  Screen screen_;
  std::string out_;
};

class ExtractCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("PATH...", true, paths_);
    options.choice("--format", "the form of the stories", {"jsonl", "text", "decoded"},
                   format_);
    declare_fields(options, fields_);
  }

  int run() override {
    if (format_ == "decoded") return print_decoded(paths_);
    Page page(results_screen());
    std::size_t stories = 0;
    const ExtractOptions options{.paths = paths_, .read = read_options(fields_)};
    const Account account = extract_paths(options, [&](const Article& article) {
      ++stories;
      print(format_ == "text" ? page.of(article) : to_line(article_json(article)) + "\n");
    });
    flush_results();
    tell_skipped(account.skipped);
    if (stories == 0) say("broadsheet: there is no story to read in what was given");
    return stories > 0 ? exit_found : exit_nothing;
  }

 private:
  std::vector<std::string> paths_;
  FieldOptions fields_;
  std::string format_ = "jsonl";
};

}  // namespace

std::unique_ptr<Command> make_extract() {
  return std::make_unique<ExtractCommand>();
}

}  // namespace broadsheet
