#pragma once

#include <QDialog>
#include <QLabel>
#include <QStringList>
#include <QWidget>

#include <functional>

// How inputs behave in every window: nothing moves while one clicks, nothing typed is lost unasked.
namespace kotobashi::desktop {

// The label takes a line's height also while it is empty, and its text does not widen what it stands in.
void reserveLine(QLabel* label);
// A wheel that turns over the input changes it only where it has the focus; else it scrolls what is around.
void ignoreStrayWheel(QWidget* input);
// The tabulator leads from `before` through the inputs within, which came later, and on to `after`.
void tabThrough(QWidget* before, const QWidget* within, QWidget* after);
// What all inputs within hold, to see later whether anything was typed.
QStringList inputsIn(const QWidget& of);
// Leaves the dialog; where something was typed, only after asking.
void leaveUnlessTyped(QDialog* dialog, bool typed, std::function<void()> leave);

} // namespace kotobashi::desktop
