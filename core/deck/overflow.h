#pragma once

#include "core/deck/page.h"

#include <QStringList>

namespace icp {

/// What did not fit on a slide, to be told in the appendix. A slide is laid out twice: first to learn what
/// overflows, then, when the appendix pages are known, with their marks in its references.
class Overflow {
public:
    struct Part {
        QString heading;
        QStringList texts;
    };

    Overflow() = default;
    /// `marks`: the appendix page of every part, in the order they are added.
    explicit Overflow(QStringList marks) : m_marks(std::move(marks)) {}

    /// Returns the mark of the page where the part stands.
    QString add(const QString& heading, const QStringList& texts);
    /// Adds to the last part.
    void extend(const QStringList& texts);
    const std::vector<Part>& parts() const { return m_parts; }

private:
    QStringList m_marks;
    std::vector<Part> m_parts;
};

/// `items` joined by `separator` into at most `height`, with "and 4 more, see A3" for what is left over.
std::vector<Line> listed(const QStringList& items, const QString& separator, const Run& format, double width,
                         double height, double lineHeight, const QString& heading, Overflow& overflow,
                         const MeasureText& measure);

/// "and 4 more, see A3"
QString andMore(qsizetype count, const QString& mark);

/// What pages of lists are about and say.
struct ListWords {
    QString subject;  ///< empty = what did not fit on a slide
    QString title;
};

/// Pages that list the parts. `pageOf` gets, for every part, the index of the page where it begins.
std::vector<Draft> overflowPages(const std::vector<Overflow::Part>& parts, const DeckInput& input,
                                 const MeasureText& measure, std::vector<std::size_t>& pageOf,
                                 const ListWords& words = {});

}  // namespace icp
