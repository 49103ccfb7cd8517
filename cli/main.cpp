// The program's entry; everything is in the rooms.
#include <string>
#include <vector>

#include "cli/program.h"

int main(int argc, char** argv) {
  return broadsheet::run_program(
      std::vector<std::string>(argv + (argc > 0), argv + argc));
}
