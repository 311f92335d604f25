#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace kotobashi::net {

// Bytes that have come and are not yet used. Views into it hold until room() or release().
class read_buffer {
public:
  std::string_view view() const { return {data_.get() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }

  // Where to read to: at least one byte as long as fewer than `most` are waiting. Moves what is waiting to
  // the front, or grows.
  std::pair<char*, std::size_t> room(std::size_t most) {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == size_ && begin_ > 0) {
      std::memmove(data_.get(), data_.get() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    if (end_ == size_) grow(size_ == 0 ? first_size : size_ * 2 < most ? size_ * 2 : most);
    return {data_.get() + end_, size_ - end_};
  }
  void filled(std::size_t by) { end_ += by; }
  void consume(std::size_t count) { begin_ += count; }
  void release() { *this = {}; }

private:
  static constexpr std::size_t first_size = 2048;

  void grow(std::size_t to) {
    std::unique_ptr<char[]> bigger(new char[to]);
    if (end_ > 0) std::memcpy(bigger.get(), data_.get(), end_);
    data_ = std::move(bigger);
    size_ = to;
  }

  std::unique_ptr<char[]> data_;
  std::size_t size_ = 0, begin_ = 0, end_ = 0;
};

} // namespace kotobashi::net
