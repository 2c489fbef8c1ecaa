#pragma once

#include "ui/document/background.h"
#include "ui/models/versionwords.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace icp::ui {

class AgreeCard;
class AgreementCard;
class Card;
class Columns;
class Document;
class PlainTable;
class ReadinessCard;
class ReadersList;
class SegmentedSwitch;
class Text;
class TextRows;

/// The versions of an ICP: how the chosen one was agreed, what changed since, who moved in and out by that,
/// and who has read which.
class VersionsPage : public QWidget {
    Q_OBJECT
public:
    explicit VersionsPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    /// After a change of the ICP, the data or the names.
    void refresh();
    void refreshReadiness();
    void refreshReaders();  ///< after a change of who has read what
    /// Opens the form in which the profile is agreed.
    void startAgreeing();
    void waitForIdle() { m_comparing.wait(); }

Q_SIGNALS:
    void voteAsked();
    void sealAsked();
    void removed(const QString& words);

private:
    QWidget* buildHistory();
    QWidget* buildChanges();
    QWidget* buildMoves();
    QWidget* buildReadiness();
    void closeForm();
    void giveRoom();
    void showVersions();
    void compare();
    void showComparison(const Icp& before, const Icp& after);
    void showMoved();
    const IcpVersion* chosen() const;
    QString agreementGap(const Icp& icp) const;
    QString missingIn(const Icp& icp) const;
    void keepTest(const QString& who, const QDate& day);
    static QString recordOf(const IcpVersion& version);

    Document* m_document = nullptr;
    Background m_comparing;
    std::optional<VersionComparison> m_comparison;
    QString m_chosen;  ///< id of a version
    Columns* m_columns;
    QStackedWidget* m_pages;
    TextRows* m_versions;
    PlainTable* m_history;
    Card* m_historyCard;
    AgreeCard* m_agree;
    AgreementCard* m_agreement;
    ReadersList* m_readers;
    SegmentedSwitch* m_below;  ///< what stands below the changes
    Card* m_changesCard;
    TextRows* m_changes;
    Text* m_same;
    TextRows* m_figures;
    Text* m_record;
    ReadinessCard* m_readiness;
    SegmentedSwitch* m_moves;
    Text* m_movedSum;
    TextRows* m_moved;
    Text* m_statusQuo;
};

}  // namespace icp::ui
