// broadsheet serve: the page and the answers over HTTP, until a signal ends it.
#include <csignal>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "web/server.h"

namespace broadsheet {
namespace {

// Set by a signal that comes before the server listens.
volatile std::sig_atomic_t stop_wanted = 0;

extern "C" void stop_on_signal(int) {
  stop_wanted = 1;
  stop_serving();
}

void stop_by_signals() {
  struct sigaction action {};
  action.sa_handler = stop_on_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

class ServeCommand : public Command {
 public:
  void declare(Options& options) override {
    declare_database(options, database_);
    declare_address(options, address_);
    options.number("--deadline", "MS",
                   "stop a search then and answer with what there is (default: 150)", 0,
                   600'000, deadline_);
    options.more("0 is without end. A request may ask for less by deadline=MS");
  }

  int run() override { return serve_until_stopped(database_, address_, deadline_); }

 private:
  std::string database_ = default_database();
  Address address_;
  std::size_t deadline_ = default_deadline_ms;
};

}  // namespace

int serve_until_stopped(const std::string& database, const Address& address,
                        std::size_t deadline_ms) {
  stop_by_signals();
  ServeOptions options;
  options.database = database;
  options.host = address.host;
  options.port = static_cast<int>(address.port);
  options.deadline_ms = deadline_ms;
  serve(options, [](const std::string& url) {
    print(url + "\n");
    flush_results();
    if (talk_screen().terminal) say("serving; Ctrl-C ends it");
    if (stop_wanted != 0) stop_serving();
  });
  return exit_found;
}

std::unique_ptr<Command> make_serve() {
  return std::make_unique<ServeCommand>();
}

}  // namespace broadsheet
