#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;

namespace kotobashi::store {

// The database said no, and it is not somebody's wish that was refused: a bug or a broken machine.
class error : public std::runtime_error {
public:
  // `code` is SQLite's extended result code, `system_errno` what the operating system said (0: nothing).
  error(int code, int system_errno, const std::string& what)
      : std::runtime_error(what), code_(code), system_errno_(system_errno) {}
  int code() const { return code_; }
  int primary_code() const { return code_ & 0xFF; }
  int system_errno() const { return system_errno_; }

private:
  int code_;
  int system_errno_;
};

// The disk is full, broken or away. A write that meets a full disk answers its coroutine with the refusal
// `storage_full`; what else the disk does arrives as this exception, and 503 is the right status for it.
class storage_error : public error {
public:
  using error::error;
  bool full() const; // no space is left, or the quota is used up
};

// A constraint (unique, foreign key, check, not null) does not allow the change.
class constraint_error : public error {
public:
  using error::error;
};

// Text that no database may hold: U+0000 or bytes that are not UTF-8. A write job that throws it is refused
// as `invalid`.
class unstorable_text : public std::invalid_argument {
public:
  using std::invalid_argument::invalid_argument;
};

// The database cannot be opened; what() is one line that names the place and is fit for the console.
class cannot_open : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

// Throws the error of the connection's last call, as the class above that fits.
[[noreturn]] void throw_error(sqlite3* connection, int code, std::string_view doing);

} // namespace kotobashi::store
