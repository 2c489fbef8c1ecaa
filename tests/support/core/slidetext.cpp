#include "tests/support/core/slidetext.h"

namespace icp::test {

static void append(QStringList& all, const std::vector<std::vector<Run>>& lines) {
    for (const auto& line : lines) {
        QString text;
        for (const Run& run : line) text += run.text;
        all << text;
    }
}

QStringList slideLines(const Slide& slide) {
    QStringList all;
    for (const Block& block : slide.blocks) {
        if (const auto* text = std::get_if<TextBlock>(&block)) append(all, text->lines);
        if (const auto* table = std::get_if<TableBlock>(&block))
            for (const auto& row : table->rows)
                for (const auto& cell : row) append(all, cell.lines);
    }
    return all;
}

QString slideText(const Slide& slide) { return slideLines(slide).join(u' '); }

QString slideLetters(const Slide& slide) {
    QString letters;
    for (const QChar c : slideText(slide))
        if (!c.isSpace()) letters += c;
    return letters;
}

}  // namespace icp::test
