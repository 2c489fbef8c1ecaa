#pragma once

#include "core/workshop/overlap.h"
#include "ui/document/background.h"
#include "ui/document/basis.h"

#include <QWidget>

#include <optional>

namespace icp::ui {

class Document;
class OverlapChart;
class PlainTable;
class Text;
class TextRows;

/// How the workshop's ICPs share its customers, and whom none of them covers.
class OverlapPage : public QWidget {
    Q_OBJECT
public:
    explicit OverlapPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    void refresh();
    void waitForIdle() { m_counting.wait(); }

Q_SIGNALS:
    /// "25 customers match both, 165 match neither."; empty with less than two ICPs.
    void summarized(const QString& words);

private:
    struct Counted {
        Basis basis;
        Overlap overlap;
    };
    void show(std::optional<Counted> counted);
    void showPart(int part);

    Document* m_document = nullptr;
    Background m_counting;
    std::optional<Counted> m_counted;
    OverlapChart* m_chart;
    Text* m_summary;
    Text* m_partTitle;
    TextRows* m_names;
};

}  // namespace icp::ui
