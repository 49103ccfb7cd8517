#include "schema/story_words.h"

#include "schema/fields.h"
#include "schema/forms.h"
#include "schema/terms.h"

namespace broadsheet {
namespace {

// Whether the vocabulary term goes into the story that is the `count`th to say the word.
bool is_posted(std::uint32_t count) {
  return count == 1 || count == 8 || count == 64 || count == 512;
}

}  // namespace

StoryWords::StoryWords(Xapian::Document& document, Stemmer& stem,
                       const std::optional<std::string>& language)
    : document_(document), stem_(stem), stemming_(language) {
  stem_.next_story();
}

Xapian::termpos StoryWords::add(const std::vector<Word>& words, std::string_view text,
                                std::string_view prefix, Xapian::termpos position) {
  const Word* before = nullptr;
  for (const Word& word : words) {
    std::string exact;
    if (word.marked) exact = exact_form(word.span.in(text));
    const std::string& form = word.marked ? exact : word.text;
    const Stemming stemming = stemming_.of(word.text);
    Stems& stems = stem_.stems(word.text, form, stemming);
    document_.add_posting(term(prefix, stems.first), ++position);
    if (!stems.second.empty()) {
      document_.add_posting(term(prefix, stems.second), position);
    }
    if (before != nullptr && makes_pair(*before, word)) {
      document_.add_term(term(prefix, before->text + word.text));
    }
    before = &word;
    if (prefix.empty() && stems.story != stem_.story())
      add_form(word, form, stems, stemming);
  }
  return position;
}

void StoryWords::add_form(const Word& word, const std::string& form, Stems& stems,
                          Stemming stemming) {
  stems.story = stem_.story();
  if (word.numeric || word.unspaced || !stems.telling) return;
  forms_.push_back(stems.form);
  add_to_vocabulary(word, form, stems, stemming);
}

void StoryWords::add_to_vocabulary(const Word& word, const std::string& form,
                                   Stems& stems, Stemming stemming) {
  if (stems.part != stem_.part()) stems.stories = 0;
  stems.part = stem_.part();
  ++stems.stories;
  if (form == stems.first) {
    if (stems.part_of_forms == stem_.part() && is_posted(stems.stories))
      document_.add_boolean_term(form_term(form, form));
    return;
  }
  if (!is_posted(stems.stories)) return;
  document_.add_boolean_term(form_term(word.text, form));
  if (stems.stories > 1) return;
  // The stem as a word of its own: it may have been said before there was a need to
  // tell that it is a word.
  const std::string bare_form = stems.first;
  Stems& bare = stem_.stems(bare_form, bare_form, stemming);
  if (bare.part_of_forms == stem_.part()) return;
  bare.part_of_forms = stem_.part();
  const bool said = bare.part == stem_.part() && bare.stories > 0;
  if (said && bare.first == bare_form)
    document_.add_boolean_term(form_term(bare_form, bare_form));
}

void StoryWords::finish() {
  document_.add_value(slot_forms, encode_forms(std::move(forms_)));
  forms_.clear();
}

}  // namespace broadsheet
