// How one word of a query becomes Xapian terms: the stems under which it stands in the
// languages of the collection, its exact form, the lead; and the names of fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "schema/fields.h"
#include "schema/stemmer.h"

namespace broadsheet {

// A word as it was asked for. The form has what folding took off: "resume", "résumé".
struct AskedWord {
  std::string text;
  std::string form;  // empty: the same

  const std::string& exact() const { return form.empty() ? text : form; }
};

// The words of `printed` that are `texts`, with their forms.
std::vector<AskedWord> asked_words(const std::vector<std::string>& texts,
                                   std::string_view printed);

// For one request on one collection.
class WordTerms {
 public:
  WordTerms(const Xapian::Database& stories, Stemmer& stem);

  // The terms under which the word stands, the English one first: for NEAR and the like.
  std::vector<std::string> terms(const AskedWord& word, std::string_view prefix);

  // Stories with the word in any of its forms; ranks as one word. A language's own stem
  // counts in stories of that language alone: French "news" is a form of "new".
  Xapian::Query any_form(const AskedWord& word, std::string_view prefix,
                         Xapian::termcount times = 1);

  // The same, stories that have it with the diacritics as asked before the others.
  Xapian::Query ranked(const AskedWord& word, Xapian::termcount times = 1);

  // Stories with the word in this form and no other.
  Xapian::Query exact(const AskedWord& word);

  // Words that follow one another in a field or, without prefix, anywhere.
  Xapian::Query phrase(const std::vector<AskedWord>& words, std::string_view prefix);

  // The same within the lead.
  Xapian::Query in_lead(const std::vector<AskedWord>& words);

 private:
  // Stories whose words are stemmed alike.
  struct Language {
    StoryStemming stemming;
    Xapian::Query stories;
  };
  // The stems of the words in one language, or those of their folded forms.
  std::vector<std::string> stems(const std::vector<AskedWord>& words,
                                 const Language& language, bool of_form);
  void read_languages();
  bool is_used(const std::string& term) const { return stories_.term_exists(term); }
  std::vector<std::string> variants(const AskedWord& word) const;
  Xapian::Query in_order(const std::vector<std::string>& terms, bool lead) const;
  Xapian::Query in_order_anywhere(const std::vector<AskedWord>& words,
                                  std::string_view prefix, bool lead);

  const Xapian::Database& stories_;
  Stemmer& stem_;
  std::vector<Language> languages_;  // English first; its stories are all
};

// Stories by the value of a name field; an empty one asks for those without.
Xapian::Query name_query(const Field& field, const std::string& value,
                         const Xapian::Database& stories);

}  // namespace broadsheet
