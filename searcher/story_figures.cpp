#include "searcher/story_figures.h"

#include <algorithm>
#include <set>

#include "article/words.h"
#include "schema/document.h"
#include "schema/fields.h"

namespace broadsheet {

StoryFigures::StoryFigures(const Xapian::Document& document)
    : data_(document.get_data()), said_(document.get_value(slot_said)) {
  auto figures = decode_figures(data_);
  const auto said = decode_said(said_);
  if (!figures || !said)
    throw Xapian::DatabaseCorruptError("a stored article is damaged");
  figures_ = std::move(*figures);
  for_each_sentence(figures_, [&](std::span<const Figure> here) {
    sentences_.push_back(
        {.text = {},
         .start = here.front().sentence.start,
         .figures = here,
         .first_figure = static_cast<std::size_t>(here.data() - figures_.data()),
         .said = {}});
  });
  if (figures_.empty()) return;
  if (said->size() != sentences_.size() + 1)
    throw Xapian::DatabaseCorruptError("a story's sentences are damaged");
  headline_ = said->front();
  for (std::size_t i = 0; i < sentences_.size(); ++i) sentences_[i].said = (*said)[i + 1];
}

void StoryFigures::load_text() {
  if (data_.empty()) return;
  auto wording = decode_wording(data_);
  if (!wording || !figures_fit(figures_, wording->title, wording->text))
    throw Xapian::DatabaseCorruptError("a stored article is damaged");
  wording_ = std::move(*wording);
  data_.clear();
  for (FigureSentence& sentence : sentences_) {
    const Figure& figure = sentence.figures.front();
    const std::string_view text = figure.in_title ? wording_.title : wording_.text;
    sentence.text = figure.sentence.in(text);
  }
}

namespace {

void add_stems(std::string_view text, Stemmer& stem, std::set<std::string>& stems) {
  for (const Word& word : split_words(text)) stems.insert(stem(word.text));
}

}  // namespace

bool has_words(StoryFigures& story, const FigureSentence& sentence,
               const std::vector<std::string>& words, Stemmer& stem) {
  std::set<std::string> things;
  if (!words.empty()) {
    for (const Figure& figure : sentence.figures)
      add_stems(figure.unit + " " + figure.counts.value_or(""), stem, things);
  }
  std::set<std::string> others;
  for (const std::string& word : words) {
    const std::string& stemmed = stem(word);
    if (things.contains(stemmed) || is_stop_word(word)) continue;
    if (!sentence.said.has(mark_of(stemmed))) return false;
    others.insert(stemmed);
  }
  if (others.empty()) return true;
  story.load_text();
  std::set<std::string> said;
  add_stems(sentence.text, stem, said);
  for (const std::string& name : other_names(fold_words(sentence.text) + " "))
    add_stems(name, stem, said);
  return std::includes(said.begin(), said.end(), others.begin(), others.end());
}

}  // namespace broadsheet
