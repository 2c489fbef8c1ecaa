#include "ui/deck/slidepainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>

#include <algorithm>

namespace icp::ui {

namespace {

/// QPdfWriter stamps the time of writing. The entry is optional, so its place is filled with blanks: offsets
/// stay right and the same slides give the same bytes.
void withoutDate(QByteArray& pdf) {
    const qsizetype start = pdf.indexOf("/CreationDate");
    const qsizetype end = start < 0 ? -1 : pdf.indexOf(')', start);
    if (end > 0) std::fill(pdf.begin() + start, pdf.begin() + end + 1, ' ');
}

}  // namespace

Result<QByteArray> slidesPdf(const std::vector<Slide>& slides, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("ICP Workshop"));
        writer.setResolution(int(slideHeight / 7.5));
        writer.setPageSize(
            QPageSize(QSizeF(slideWidth / slideHeight * 7.5, 7.5), QPageSize::Inch, QStringLiteral("16:9")));
        writer.setPageMargins(QMarginsF());
        QPainter painter;
        if (!painter.begin(&writer))
            return fail(
                ErrorCode::OutputNotWritable,
                QCoreApplication::translate("icp::ui::SlidesPdf",
                                            "The PDF cannot be written. Free some memory, then try again."));
        for (std::size_t i = 0; i < slides.size(); ++i) {
            if (i > 0) writer.newPage();
            paintSlide(painter, slides[i], QRectF(0, 0, slideWidth, slideHeight));
        }
    }
    withoutDate(bytes);
    return bytes;
}

}  // namespace icp::ui
