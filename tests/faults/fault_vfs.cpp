#include "tests/faults/fault_vfs.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <utility>

namespace kotobashi::faults {

namespace {
using kind = operation::kind;

sqlite3_vfs* real_vfs() {
  return sqlite3_vfs_find(nullptr);
}

thread_local int last_errno = 0; // stays, as errno does: SQLite asks more than once

// SQLite gives the memory; the real file stands right behind this one.
struct file {
  sqlite3_file base;
  fault_vfs* vfs;
  char name[64];
  bool new_journal; // its first sync also syncs the directory (unixSync does so)
};
constexpr int own_size = (sizeof(file) + 15) / 16 * 16;

file& own(sqlite3_file* of) {
  return *reinterpret_cast<file*>(of);
}
sqlite3_file* real(sqlite3_file* of) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(of) + own_size);
}
const sqlite3_io_methods& methods(sqlite3_file* of) {
  return *real(of)->pMethods;
}
// The WAL index lives in shared memory and is lost with the power anyway; files without a name are SQLite's
// own scratch.
bool watched(const file& of) {
  return of.name[0] != '\0';
}

int broken(int code, int system_errno) {
  last_errno = system_errno;
  return code;
}

int write_half(sqlite3_file* of, const void* data, int size, sqlite3_int64 offset) {
  int half = size / 2;
  if (methods(of).xWrite(real(of), data, half, offset) == SQLITE_OK)
    own(of).vfs->log.add({kind::write, own(of).name, offset,
                          std::string(static_cast<const char*>(data), static_cast<std::size_t>(half))});
  return broken(SQLITE_FULL, ENOSPC);
}

int x_close(sqlite3_file* of) {
  return methods(of).xClose(real(of));
}

int x_read(sqlite3_file* of, void* to, int size, sqlite3_int64 offset) {
  if (watched(own(of)) && own(of).vfs->goes_wrong(fault_vfs::call::read))
    return broken(SQLITE_IOERR_READ, EIO);
  return methods(of).xRead(real(of), to, size, offset);
}

int x_write(sqlite3_file* of, const void* data, int size, sqlite3_int64 offset) {
  file& self = own(of);
  if (!watched(self)) return methods(of).xWrite(real(of), data, size, offset);
  if (self.vfs->goes_wrong(fault_vfs::call::write)) {
    switch (self.vfs->armed()) {
    case fault::short_write: return write_half(of, data, size, offset);
    case fault::no_space: return broken(SQLITE_FULL, ENOSPC);
    default: return broken(SQLITE_IOERR_WRITE, EIO);
    }
  }
  int code = methods(of).xWrite(real(of), data, size, offset);
  if (code == SQLITE_OK)
    self.vfs->log.add({kind::write, self.name, offset,
                       std::string(static_cast<const char*>(data), static_cast<std::size_t>(size))});
  return code;
}

int x_truncate(sqlite3_file* of, sqlite3_int64 size) {
  file& self = own(of);
  if (watched(self) && self.vfs->goes_wrong(fault_vfs::call::truncate))
    return broken(SQLITE_IOERR_TRUNCATE, EIO);
  int code = methods(of).xTruncate(real(of), size);
  if (code == SQLITE_OK && watched(self)) self.vfs->log.add({kind::truncate, self.name, size});
  return code;
}

int x_sync(sqlite3_file* of, int flags) {
  file& self = own(of);
  if (watched(self) && self.vfs->goes_wrong(fault_vfs::call::sync)) {
    self.vfs->log.add({kind::failed_sync, self.name});
    return broken(SQLITE_IOERR_FSYNC, self.vfs->armed() == fault::io_error ? EIO : ENOSPC);
  }
  int code = self.vfs->syncs() ? methods(of).xSync(real(of), flags) : SQLITE_OK;
  if (code != SQLITE_OK || !watched(self)) return code;
  self.vfs->log.add({kind::sync, self.name});
  if (std::exchange(self.new_journal, false)) self.vfs->log.add({kind::sync_directory, {}});
  return SQLITE_OK;
}

int x_file_size(sqlite3_file* of, sqlite3_int64* size) {
  return methods(of).xFileSize(real(of), size);
}
int x_lock(sqlite3_file* of, int level) {
  return methods(of).xLock(real(of), level);
}
int x_unlock(sqlite3_file* of, int level) {
  return methods(of).xUnlock(real(of), level);
}
int x_check_reserved_lock(sqlite3_file* of, int* out) {
  return methods(of).xCheckReservedLock(real(of), out);
}
int x_file_control(sqlite3_file* of, int op, void* arg) {
  return methods(of).xFileControl(real(of), op, arg);
}
int x_sector_size(sqlite3_file* of) {
  return methods(of).xSectorSize(real(of));
}
int x_device(sqlite3_file* of) {
  return methods(of).xDeviceCharacteristics(real(of));
}
int x_shm_map(sqlite3_file* of, int page, int size, int extend, volatile void** out) {
  return methods(of).xShmMap(real(of), page, size, extend, out);
}
int x_shm_lock(sqlite3_file* of, int offset, int n, int flags) {
  return methods(of).xShmLock(real(of), offset, n, flags);
}
void x_shm_barrier(sqlite3_file* of) {
  methods(of).xShmBarrier(real(of));
}
int x_shm_unmap(sqlite3_file* of, int remove) {
  return methods(of).xShmUnmap(real(of), remove);
}

constexpr sqlite3_io_methods file_methods{2,
                                          x_close,
                                          x_read,
                                          x_write,
                                          x_truncate,
                                          x_sync,
                                          x_file_size,
                                          x_lock,
                                          x_unlock,
                                          x_check_reserved_lock,
                                          x_file_control,
                                          x_sector_size,
                                          x_device,
                                          x_shm_map,
                                          x_shm_lock,
                                          x_shm_barrier,
                                          x_shm_unmap,
                                          nullptr,
                                          nullptr};

std::string base_name(const char* path) {
  return path ? std::filesystem::path(path).filename().string() : "";
}

int x_open(sqlite3_vfs* vfs, const char* path, sqlite3_file* out, int flags, int* out_flags) {
  file& self = *new (out) file{};
  self.vfs = static_cast<fault_vfs*>(vfs->pAppData);
  std::string name = base_name(path);
  if (name.size() >= sizeof self.name) return SQLITE_CANTOPEN;
  std::memcpy(self.name, name.data(), name.size());
  constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  self.new_journal = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0;
  int code = real_vfs()->xOpen(real_vfs(), path, real(out), flags, out_flags);
  if (code == SQLITE_OK) self.base.pMethods = &file_methods;
  return code;
}

int x_delete(sqlite3_vfs* vfs, const char* path, int sync_directory) {
  auto& self = *static_cast<fault_vfs*>(vfs->pAppData);
  int code = real_vfs()->xDelete(real_vfs(), path, self.syncs() ? sync_directory : 0);
  if (code == SQLITE_OK) self.log.add({kind::remove, base_name(path)});
  if (code == SQLITE_OK && sync_directory != 0) self.log.add({kind::sync_directory, {}});
  return code;
}

int x_last_error(sqlite3_vfs*, int, char*) {
  return last_errno != 0 ? last_errno : real_vfs()->xGetLastError(real_vfs(), 0, nullptr);
}
} // namespace

std::string_view name_of(fault what) {
  switch (what) {
  case fault::no_space: return "no space";
  case fault::io_error: return "input/output error";
  case fault::short_write: return "short write";
  case fault::read_error: return "read error";
  }
  return "";
}

fault_vfs::fault_vfs(std::string name, bool sync) : name_(std::move(name)), sync_(sync) {
  sqlite3_initialize();
  registered_ = std::make_unique<sqlite3_vfs>(*real_vfs());
  registered_->szOsFile = own_size + real_vfs()->szOsFile;
  registered_->pNext = nullptr;
  registered_->zName = name_.c_str();
  registered_->pAppData = this;
  registered_->xOpen = x_open;
  registered_->xDelete = x_delete;
  registered_->xGetLastError = x_last_error;
  if (sqlite3_vfs_register(registered_.get(), 0) != SQLITE_OK)
    throw std::runtime_error("the VFS is not registered");
}

fault_vfs::~fault_vfs() {
  sqlite3_vfs_unregister(registered_.get());
}

void fault_vfs::arm(fault what, std::int64_t n, bool lasting) {
  what_ = what;
  lasting_ = lasting;
  left_ = n;
  hit_ = 0;
  armed_ = true;
}

void fault_vfs::disarm() {
  armed_ = false;
}

bool fault_vfs::goes_wrong(call what) {
  if (!armed_) return false;
  if ((what_ == fault::read_error) != (what == call::read)) return false;
  if (what_ == fault::short_write && what != call::write) return false;
  if (what_ == fault::no_space && what == call::truncate) return false;
  std::int64_t left = --left_;
  bool wrong = left == 0 || (lasting_ && left < 0);
  if (wrong) ++hit_;
  return wrong;
}

} // namespace kotobashi::faults
