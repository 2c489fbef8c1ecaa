#pragma once

#include "core/analysis/drift/drift.h"
#include "core/store/storeddataset.h"
#include "ui/document/background.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace icp::ui {

class Card;
class Columns;
class Document;
class PairChart;
class PlainTable;
class RateRow;
class Text;
class TextRows;
class TimeCard;
class WrapText;

/// What changed between two imports of the workshop: the outcome, then every attribute, strongest first.
class DriftPage : public QWidget {
    Q_OBJECT
public:
    explicit DriftPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// After other data or another filter; cheap when nothing of that happened.
    void refresh();
    void fit(int sideWidth);
    void waitForIdle() { m_comparing.wait(); }

Q_SIGNALS:
    void importRequested();
    void copied(const QString& what);

private:
    QWidget* buildList();
    QWidget* buildNothing();
    void listImports();
    void offerEarlier();
    void compare();
    void take(const Drift& drift);
    void showAttribute();

    Document* m_document = nullptr;
    Background m_comparing;
    std::vector<StoredDataset> m_imports;
    std::shared_ptr<const Dataset> m_listedFor;  ///< the data in use when they were listed
    std::shared_ptr<const Dataset> m_asked;
    Study m_askedStudy;
    std::pair<qint64, qint64> m_askedImports;
    Drift m_drift;
    QStackedWidget* m_pages;
    Columns* m_columns;
    Card* m_card;
    QComboBox* m_before;
    QComboBox* m_now;
    Text* m_sentence;
    RateRow* m_rateBefore;
    RateRow* m_rateNow;
    WrapText* m_notes;
    TextRows* m_rows;
    PlainTable* m_table;
    PairChart* m_chart;
    TimeCard* m_attribute;
};

}  // namespace icp::ui
