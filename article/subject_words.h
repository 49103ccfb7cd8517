// The words by which the subject of a clause is told.
#pragma once

#include <string_view>

#include "article/figure_tokens.h"

namespace broadsheet {

// May stand behind a subject: "is", "will", "hires", "hired".
bool is_verb(const Token& token);

// "hires", "launches"; the form a headline writes with a capital.
bool is_third_person(std::string_view word);

// "closing", "cutting", of the verbs we know.
bool is_gerund(std::string_view word);

// "Sign up", "Get the app": a stem that may open a sentence and is no name then.
bool is_command(const Token& token);

// Whoever says something is not what he speaks of; a new clause begins behind these.
bool is_speech(const Token& token);

// "give", "cost": whoever stands right before the figure gets or loses it.
bool is_giving(const Token& token);

// A clause may begin behind them: "and", "that", "when".
bool is_joint(const Token& token);

// Between a subject and a figure they open a clause of somebody else: "which", "he".
bool is_barrier_word(const Token& token);

// What kind of thing a name is, right before it: "the software group SAP".
bool is_role(const Token& token);

// Capitalised only because they open a sentence or stand in a headline: "Revenue".
bool is_common_noun(const Token& token);

}  // namespace broadsheet
