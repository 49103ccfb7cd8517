#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

// A port that is taken as long as this lives.
class TakenPort {
 public:
  TakenPort() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (bind(socket_, generic, size) == 0 && listen(socket_, 1) == 0 &&
        getsockname(socket_, generic, &size) == 0)
      port_ = ntohs(address.sin_port);
  }
  ~TakenPort() { close(socket_); }
  TakenPort(const TakenPort&) = delete;
  TakenPort& operator=(const TakenPort&) = delete;
  std::string port() const { return std::to_string(port_); }

 private:
  int socket_;
  int port_ = 0;
};

class Serve : public ProgramTest {
 protected:
  // What the program prints once it is there, at most ten seconds later.
  std::string first_line() const {
    for (int i = 0; i < 100; ++i) {
      const std::string text = read("out");
      if (text.find('\n') != std::string::npos) return text;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return {};
  }

  static int stop(pid_t child, int signal) {
    kill(child, signal);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
};

TEST_F(Serve, PrintsItsAddressAndEndsWellOnASignal) {
  index_news();
  for (const int signal : {SIGINT, SIGTERM}) {
    std::filesystem::remove(path("out"));
    const pid_t child = start({BROADSHEET_PROGRAM, "serve", "--port", "0"});
    EXPECT_EQ(first_line().find("http://127.0.0.1:"), 0u) << read("err");
    EXPECT_EQ(stop(child, signal), 0) << read("err");
  }
}

TEST_F(Serve, IndexesAndServesAFolderInOneStep) {
  write_news();
  const pid_t child = start({BROADSHEET_PROGRAM, "news", "--port", "0"});
  EXPECT_EQ(first_line().find("http://127.0.0.1:"), 0u) << read("err");
  EXPECT_EQ(stop(child, SIGTERM), 0);
  EXPECT_HOLDS(read("err"), "indexed 3 stories");
  EXPECT_EQ(run({"search", "sailors"}).status, 0);
}

TEST_F(Serve, NamesThePortThatIsTaken) {
  index_news();
  const TakenPort taken;
  const Ran ran = run({"serve", "--port", taken.port()});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_HOLDS(ran.err, taken.port());
  EXPECT_HOLDS(ran.err, "hint: ");
}

TEST_F(Serve, NeedsAnIndex) {
  const Ran ran = run({"serve", "--port", "0"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "broadsheet index");
}

// What a plain GET is answered with, headers and all.
std::string get(const std::string& url, const std::string& target) {
  const std::size_t colon = url.rfind(':');
  const int port = std::atoi(url.c_str() + colon + 1);
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    const std::string request =
        "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    if (write(client, request.data(), request.size()) > 0) {
      char bytes[4096];
      for (ssize_t n = 0; (n = ::read(client, bytes, sizeof bytes)) > 0;)
        answer.append(bytes, static_cast<std::size_t>(n));
    }
  }
  close(client);
  return answer;
}

TEST_F(Serve, AnswersWithFacetsChoicesAndPages) {
  index_news();
  std::filesystem::remove(path("out"));
  const pid_t child = start({BROADSHEET_PROGRAM, "serve", "--port", "0"});
  const std::string url = first_line();
  const auto json = [&](const std::string& target) {
    const std::string answer = get(url, target);
    return Json::parse(answer.substr(std::min(answer.find("\r\n\r\n"), answer.size())),
                       nullptr, false);
  };
  const Json chosen = json("/api/search?q=&in=outlet%3DReuters&in=outlet%3Dunknown");
  EXPECT_EQ(chosen["total"], 2);
  EXPECT_EQ(chosen["facets"]["outlet"].size(), 3u);
  EXPECT_EQ(chosen["exact"], true);
  EXPECT_EQ(chosen["partial"], false);
  const Json first = json("/api/search?q=&limit=2");
  EXPECT_EQ(first["hits"].size(), 2u);
  const Json rest =
      json("/api/search?q=&limit=2&cursor=" + first.value("next", std::string()));
  EXPECT_EQ(rest["hits"].size(), 1u);
  EXPECT_EQ(rest["next"], nullptr);
  EXPECT_HOLDS(get(url, "/api/search?q=&in=colour%3Dred"), " 400 ");
  EXPECT_EQ(stop(child, SIGTERM), 0);
}

class Info : public ProgramTest {};

TEST_F(Info, SaysFirstHowManyStoriesThereAre) {
  index_news();
  const Ran ran = run({"info", "--format", "json"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out.find("{\"stories\":3,\"outlets\":"), 0u) << ran.out;
  const Json json = Json::parse(ran.out);
  EXPECT_EQ(json["first"], "2026-03-02");
  EXPECT_EQ(json["last"], "2026-04-24");
  EXPECT_EQ(json["undated"], 1);
  EXPECT_HOLDS(run({"info"}).out, "stories   3\n");
}

TEST_F(Info, ListsTheFieldsWithAnExampleEach) {
  const Json list = Json::parse(run({"fields", "--format", "json"}).out);
  ASSERT_FALSE(list.empty());
  const std::string text = run({"fields"}).out;
  for (const Json& field : list) {
    EXPECT_HOLDS(text, field["name"].get<std::string>());
    EXPECT_HOLDS(text, "e.g. " + field["example"].get<std::string>());
  }
}

class Check : public ProgramTest {};

TEST_F(Check, FindsAFreshIndexSound) {
  index_news();
  const Ran ran = run({"check"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "./broadsheet.db is sound\n");
}

TEST_F(Check, NamesWhatIsDamaged) {
  index_news();
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(path("broadsheet.db")))
    if (entry.is_regular_file() && entry.path().extension() == ".glass")
      std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
  const Ran ran = run({"check"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "broadsheet.db");
  EXPECT_HOLDS(ran.err, "hint: ");
}

TEST_F(Check, NeedsAnIndex) {
  const Ran ran = run({"check", "--db", "none.db"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_HOLDS(ran.err, "none.db");
}

}  // namespace
}  // namespace broadsheet
