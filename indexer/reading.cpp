// The calling thread cuts files into work and fills a short queue with batches of it, the
// workers empty it. What waits in the queue is bounded in bytes, so that a dump of any
// size is never in memory whole and all workers share it.
#include "indexer/reading.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "article/analyse.h"
#include "indexer/work.h"

namespace broadsheet {
namespace {

constexpr std::size_t batch_items = 1000;
constexpr std::size_t batch_bytes = 16u << 20;
constexpr std::size_t queued_batches = 4;
constexpr std::size_t queued_bytes = 64u << 20;
// Reading takes several times the memory of what is read; pieces larger than this are
// read one at a time.
constexpr std::size_t large_piece = 8u << 20;

struct WorkBatch {
  std::size_t number = 0;
  std::vector<Work> work;
  std::size_t bytes = 0;
  std::uint64_t bytes_done = 0;  // of all files, when this is read
};

// What the reporting thread looks at.
struct Tally {
  std::atomic<std::size_t> files = 0;
  std::atomic<std::size_t> stories = 0;
  std::atomic<std::uint64_t> bytes = 0;
};

// What the threads share. All waits end when `failure` is set.
class Exchange {
 public:
  void put(WorkBatch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return has_room(batch) || failure_; });
    queued_ += batch.bytes;
    if (!failure_) queue_.push_back(std::move(batch));
    changed_.notify_all();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  std::optional<WorkBatch> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !queue_.empty() || closed_ || failure_; });
    if (queue_.empty() || failure_) return std::nullopt;
    WorkBatch batch = std::move(queue_.front());
    queue_.pop_front();
    queued_ -= batch.bytes;
    changed_.notify_all();
    return batch;
  }
  // Runs `step` when all batches before `number` have had theirs.
  void in_turn(std::size_t number, const std::function<void()>& step) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == number || failure_; });
    if (failure_) return;
    lock.unlock();
    step();
    lock.lock();
    ++turn_;
    changed_.notify_all();
  }
  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }
  bool failed() {
    const std::lock_guard lock(mutex_);
    return static_cast<bool>(failure_);
  }
  void rethrow() {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool has_room(const WorkBatch& batch) const {
    if (queue_.empty()) return true;
    return queue_.size() < queued_batches && queued_ + batch.bytes <= queued_bytes;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<WorkBatch> queue_;
  std::size_t queued_ = 0;  // bytes
  std::size_t turn_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
};

class CollectingSink : public StorySink {
 public:
  CollectingSink(std::size_t file, const std::string& path, const ReadOptions& options,
                 std::vector<Reading>& out)
      : file_(file), path_(path), options_(options), out_(out) {}

  void story(RawStory raw) override {
    raw.path = path_;
    const auto line = raw.line;
    Article article = analyse(std::move(raw), options_.latest);
    if (article.text.empty() && !article.title) {
      skip(line, "no text");
      return;
    }
    out_.push_back({.file = file_,
                    .article = std::move(article),
                    .line = line,
                    .reason = {},
                    .whole_file = false});
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    out_.push_back({.file = file_,
                    .article = std::nullopt,
                    .line = line,
                    .reason = std::move(reason),
                    .whole_file = false});
  }

 private:
  std::size_t file_;
  const std::string& path_;
  const ReadOptions& options_;
  std::vector<Reading>& out_;
};

class Worker {
 public:
  Worker(const ReadPlan& plan, Tally& tally, std::mutex& large)
      : plan_(plan), tally_(tally), large_(large) {}

  ReadBatch read(WorkBatch batch) {
    ReadBatch result{.number = batch.number, .readings = {}};
    result.readings.reserve(batch.work.size());
    for (Work& work : batch.work) {
      read_one(work, result.readings);
      work.bytes = {};
    }
    tally_.stories += result.readings.size();
    return result;
  }

 private:
  void read_one(Work& work, std::vector<Reading>& out) {
    if (!work.reason.empty() || work.reader == nullptr) {
      out.push_back({.file = work.file,
                     .article = std::nullopt,
                     .line = work.line,
                     .reason = std::move(work.reason),
                     .whole_file = work.whole_file});
      return;
    }
    std::unique_lock<std::mutex> alone(large_, std::defer_lock);
    if (work.bytes.size() > large_piece) alone.lock();
    const std::string& path = plan_.files[work.file].path;
    CollectingSink sink(work.file, path, plan_.options, out);
    read_work(work, path, plan_.options, sink);
  }

  const ReadPlan& plan_;
  Tally& tally_;
  std::mutex& large_;
};

class Producer {
 public:
  Producer(const ReadPlan& plan, Exchange& exchange, const ProgressCallback& progress,
           Tally& tally)
      : plan_(plan), exchange_(exchange), progress_(progress), tally_(tally) {
    for (const FoundFile& file : plan.files) bytes_total_ += file.size;
  }

  void run() {
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < plan_.files.size() && !exchange_.failed(); ++i) {
      cut_into_work(i, plan_.files[i], [&](Work work) {
        batch_.bytes_done = before + work.raw;
        add(std::move(work));
        return !exchange_.failed();
      });
      before += plan_.files[i].size;
      tally_.files = i + 1;
    }
    batch_.bytes_done = before;
    flush();
  }

  void report() {
    if (!progress_) return;
    progress_({.files_done = tally_.files,
               .files_total = plan_.files.size(),
               .bytes_done = tally_.bytes,
               .bytes_total = bytes_total_,
               .stories = tally_.stories,
               .phase = "reading"});
  }

 private:
  void add(Work work) {
    batch_.bytes += work.bytes.size();
    batch_.work.push_back(std::move(work));
    if (batch_.work.size() >= batch_items || batch_.bytes >= batch_bytes) flush();
  }

  void flush() {
    if (batch_.work.empty()) return;
    report();
    const std::size_t next = batch_.number + 1;
    exchange_.put(std::move(batch_));
    batch_ = {.number = next, .work = {}};
  }

  const ReadPlan& plan_;
  Exchange& exchange_;
  const ProgressCallback& progress_;
  Tally& tally_;
  WorkBatch batch_;
  std::uint64_t bytes_total_ = 0;
};

void work_off(const ReadPlan& plan, Exchange& exchange, Tally& tally, std::mutex& large) {
  try {
    Worker worker(plan, tally, large);
    while (auto work = exchange.take()) {
      const std::size_t number = work->number;
      const std::uint64_t done = work->bytes_done;
      ReadBatch batch = worker.read(std::move(*work));
      exchange.in_turn(number, [&] {
        plan.in_order(batch);
        tally.bytes = done;
      });
      if (plan.in_parallel && !exchange.failed()) plan.in_parallel(std::move(batch));
    }
  } catch (...) {
    exchange.fail(std::current_exception());
  }
}

}  // namespace

void read_files(const ReadPlan& plan, const ProgressCallback& progress) {
  Exchange exchange;
  Tally tally;
  std::mutex large;
  Producer producer(plan, exchange, progress, tally);
  std::atomic<unsigned> running = std::max(1u, plan.workers);
  std::vector<std::thread> threads;
  for (unsigned i = std::max(1u, plan.workers); i > 0; --i) {
    threads.emplace_back([&] {
      work_off(plan, exchange, tally, large);
      --running;
    });
  }
  try {
    producer.run();
  } catch (...) {
    exchange.fail(std::current_exception());
  }
  exchange.close();
  while (running > 0) {
    producer.report();
    std::this_thread::sleep_for(std::chrono::milliseconds(running > 0 ? 20 : 0));
  }
  for (std::thread& thread : threads) thread.join();
  producer.report();
  exchange.rethrow();
}

}  // namespace broadsheet
