#pragma once

#include "server/net/limits.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

namespace kotobashi::net {

// Raises the soft limit of open files to the hard one, and says how many connections fit beside the files
// that the program needs itself: at most `wanted`.
std::size_t descriptors_for_connections(std::size_t wanted);

// Counts connections per listener and address, and says whether one more may come. I/O thread only.
class address_book {
public:
  enum class lane { staff, open };
  enum class answer { welcome, full, too_many_from_there };

  explicit address_book(const limits& bounds) : bounds_(bounds) {}

  // A place that was given; it is free again when this ends.
  class place {
  public:
    place(address_book& in, lane where, boost::asio::ip::address from)
        : in_(&in), where_(where), from_(std::move(from)) {}
    place(place&& other) noexcept : in_(other.in_), where_(other.where_), from_(std::move(other.from_)) {
      other.in_ = nullptr;
    }
    place& operator=(place&&) = delete;
    ~place() {
      if (in_) in_->leave(where_, from_);
    }

  private:
    address_book* in_;
    lane where_;
    boost::asio::ip::address from_;
  };

  // `why` is set in both cases.
  std::optional<place> enter(lane where, const boost::asio::ip::address& from, answer& why);
  std::size_t total() const { return total_; }

private:
  void leave(lane where, const boost::asio::ip::address& from);

  const limits& bounds_;
  std::size_t total_ = 0, open_ = 0;
  std::unordered_map<boost::asio::ip::address, std::size_t> by_address_[2];
};

} // namespace kotobashi::net
