// The makers of the commands, one file each; the table in cli/commands.cpp lists them.
#pragma once

#include <memory>

#include "cli/command.h"

namespace broadsheet {

std::unique_ptr<Command> make_index();
std::unique_ptr<Command> make_search();
std::unique_ptr<Command> make_figures();
std::unique_ptr<Command> make_similar();
std::unique_ptr<Command> make_complete();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_serve();
std::unique_ptr<Command> make_info();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_fields();
std::unique_ptr<Command> make_correct();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_outlets();
std::unique_ptr<Command> make_folder();

}  // namespace broadsheet
