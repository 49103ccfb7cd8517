// One writer at a time: the lock on an index directory, let go of when the process ends
// however it ends.
#pragma once

#include <string>

namespace broadsheet {

class WriterLock {
 public:
  // Makes the directory when it is missing. Throws Error: busy (another run writes
  // there), unwritable (also when the folder holds something that is no index of ours).
  explicit WriterLock(const std::string& directory);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace broadsheet
