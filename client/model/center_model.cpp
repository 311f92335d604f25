#include "client/model/center_model.hpp"

#include "client/model/model_state.hpp"

namespace kotobashi::client {

center_model::center_model(link::connection& over) : self_(std::make_unique<implementation>(*this, over)) {}
center_model::~center_model() = default;

void center_model::reload() {
  self_->reload();
}
void center_model::refresh(part which) {
  self_->refresh(which);
}

const link::status& center_model::link() const {
  return self_->link_now;
}
const std::optional<center_view>& center_model::center() const {
  return self_->center;
}
const std::optional<kotobashi::overview>& center_model::overview() const {
  return self_->overview;
}
const std::vector<language_view>& center_model::languages() const {
  return self_->languages;
}
const std::vector<template_view>& center_model::templates() const {
  return self_->templates;
}
const table<notice_view>& center_model::notices() const {
  return self_->notices;
}
const table<request_view>& center_model::requests() const {
  return self_->requests;
}
const table<volunteer>& center_model::volunteers() const {
  return self_->volunteers;
}
const table<inquiry_view>& center_model::inquiries() const {
  return self_->inquiries;
}
const table<log_entry>& center_model::log() const {
  return self_->log;
}

void center_model::put(notice_view record) {
  self_->put(part::notices, self_->notices, std::move(record));
}
void center_model::put(request_view record) {
  self_->put(part::requests, self_->requests, std::move(record));
}
void center_model::put(volunteer record) {
  self_->put(part::volunteers, self_->volunteers, std::move(record));
}
void center_model::put(inquiry_view record) {
  self_->put(part::inquiries, self_->inquiries, std::move(record));
}
void center_model::put(log_entry record) {
  self_->put(part::log, self_->log, std::move(record));
}

} // namespace kotobashi::client
