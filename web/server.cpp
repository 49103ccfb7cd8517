// HTTP around the Site. cpp-httplib parses requests and writes replies; routes are not
// given to it, because it matches them by std::regex.
#include "web/server.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include <httplib.h>

#include "article/error.h"
#include "searcher/searcher.h"
#include "web/site.h"

namespace broadsheet {
namespace {

constexpr std::size_t workers = 32;
constexpr std::size_t max_body = std::size_t{64} * 1024;
constexpr std::size_t max_kept_requests = 100;
constexpr time_t keep_alive_seconds = 2;  // an idle client holds a worker as long
constexpr time_t transfer_seconds = 5;
constexpr int backlog = 128;

// stop_serving() may run in a signal handler, where only the plainest calls are allowed:
// it writes to this descriptor, and a thread does the rest.
std::atomic<int> stop_event{-1};

class HttpServer : public httplib::Server {
 public:
  // The library listens with a backlog of 5; asking again makes it longer.
  void lengthen_backlog() { ::listen(svr_sock_, backlog); }
};

// The library's default also sets SO_REUSEPORT, with which two programs share a port
// unknowingly.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

WebRequest web_request(const httplib::Request& request) {
  WebRequest out;
  out.method = request.method;
  out.path = request.path;
  out.parameters.assign(request.params.begin(), request.params.end());
  out.if_none_match = request.get_header_value("If-None-Match");
  return out;
}

void send(const Reply& reply, httplib::Response& response) {
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  if (reply.status != 304) response.set_content(reply.body, reply.type);
}

// Takes from the request what the library would do to the reply of its own accord: brotli
// at its slowest level (60 to 150 ms a page, gzip 1 to 10), and ranges, of which one
// header line may ask for thousands of copies of the page. The library hands its own
// object over as const; it is not const there.
void keep_simple(const httplib::Request& request) {
  auto& own = const_cast<httplib::Request&>(request);
  own.ranges.clear();
  const bool gzip =
      request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
  own.headers.erase("Accept-Encoding");
  if (gzip) own.headers.emplace("Accept-Encoding", "gzip");
}

httplib::Headers strict_headers() {
  return {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Vary", "Accept-Encoding"}};
}

void set_limits(HttpServer& server) {
  server.new_task_queue = [] { return new httplib::ThreadPool(workers); };
  server.set_tcp_nodelay(true);
  server.set_socket_options(set_socket_options);
  server.set_payload_max_length(max_body);
  server.set_read_timeout(transfer_seconds);
  server.set_write_timeout(transfer_seconds);
  server.set_keep_alive_timeout(keep_alive_seconds);
  server.set_keep_alive_max_count(max_kept_requests);
}

void set_handlers(HttpServer& server, Site& site) {
  using Handled = httplib::Server::HandlerResponse;
  server.set_default_headers(strict_headers());
  server.set_pre_routing_handler([&](const auto& request, auto& response) {
    keep_simple(request);
    // Others carry a body, which must be read before there is an answer.
    if (request.method != "GET" && request.method != "HEAD") return Handled::Unhandled;
    send(site.answer(web_request(request)), response);
    return Handled::Handled;
  });
  server.set_error_handler(
      [&](const httplib::Request& request, httplib::Response& response) {
        if (!response.body.empty()) return;
        const WebRequest asked = web_request(request);
        const bool other_method = asked.method != "GET" && asked.method != "HEAD";
        const bool understood = response.status == 404 || response.status == 400;
        send(other_method && understood ? site.answer(asked)
                                        : Site::failure(asked, response.status),
             response);
      });
  server.set_exception_handler(
      [](const httplib::Request& request, httplib::Response& response, auto) {
        send(Site::failure(web_request(request), 500), response);
      });
}

// Returns the port. Throws Error.
int bind(HttpServer& server, const ServeOptions& options) {
  errno = 0;
  if (options.port == 0) {
    const int port = server.bind_to_any_port(options.host);
    if (port > 0) return port;
  } else if (server.bind_to_port(options.host, options.port)) {
    return options.port;
  }
  const int reason = errno;
  const std::string port = "port " + std::to_string(options.port);
  if (reason == EADDRINUSE) {
    throw Error(ErrorCode::busy, port + " is in use",
                "choose another with --port, or stop the program that holds it");
  }
  if (reason == EACCES) {
    throw Error(ErrorCode::busy, port + " is not open to this user",
                "choose one above 1023 with --port");
  }
  throw Error(ErrorCode::usage, "cannot listen on " + options.host + ", " + port,
              "give an address of this machine with --host, such as 127.0.0.1");
}

std::string url_of(const std::string& host, int port) {
  const bool ipv6 = host.find(':') != std::string::npos;
  const std::string shown = ipv6 ? "[" + host + "]" : host;
  return "http://" + shown + ":" + std::to_string(port) + "/";
}

// Stops the server when told to, from the first moment: a signal that comes before the
// server listens waits in the descriptor.
class Stopper {
 public:
  explicit Stopper(HttpServer& server) : event_(::eventfd(0, EFD_CLOEXEC)) {
    stop_event = event_;
    thread_ = std::thread([this, &server] { wait_and_stop(server); });
  }
  ~Stopper() {
    finished_ = true;
    stop_serving();
    thread_.join();
    stop_event = -1;
    ::close(event_);
  }
  Stopper(const Stopper&) = delete;
  Stopper& operator=(const Stopper&) = delete;

 private:
  void wait_and_stop(HttpServer& server) {
    std::uint64_t count = 0;
    while (::read(event_, &count, sizeof count) < 0 && errno == EINTR) {
    }
    while (!finished_ && !server.is_running()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    if (!finished_) server.stop();
  }

  int event_;
  std::atomic<bool> finished_{false};
  std::thread thread_;
};

Engine engine_of(const Searcher& searcher) {
  return {.search = [&](const auto& request) { return searcher.search(request); },
          .figures = [&](const auto& request) { return searcher.figures(request); },
          .article = [&](auto id, auto query) { return searcher.article(id, query); },
          .info = [&] { return searcher.info(); },
          .similar = [&](auto id,
                         const auto& request) { return searcher.similar(id, request); },
          .complete = [&](auto query, auto at,
                          auto limit) { return searcher.complete(query, at, limit); }};
}

}  // namespace

void serve(const ServeOptions& options,
           const std::function<void(const std::string&)>& ready) {
  const Searcher searcher(options.database);
  Site site(engine_of(searcher), options.deadline_ms);
  HttpServer server;
  set_limits(server);
  set_handlers(server, site);
  const int port = bind(server, options);
  server.lengthen_backlog();
  const Stopper stopper(server);
  if (ready) ready(url_of(options.host, port));
  server.listen_after_bind();
}

void stop_serving() {
  const int event = stop_event;
  const std::uint64_t one = 1;
  if (event >= 0 && ::write(event, &one, sizeof one) < 0) return;
}

}  // namespace broadsheet
