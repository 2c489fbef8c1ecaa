#pragma once

#include "core/workshop/icp.h"
#include "ui/widgets/card.h"

class QComboBox;
class QPlainTextEdit;
class QScrollArea;

namespace icp::ui {

class Text;

/// As rich text, the criteria in bold.
QString sentenceHtml(const Sentence& sentence);

/// The ICP in one sentence, composed from the criteria with those in bold; people may write their own.
class SentenceCard : public Card {
    Q_OBJECT
public:
    explicit SentenceCard(QWidget* parent = nullptr);

    void setIcp(const Icp& icp, bool consumers);
    /// Those whose baseline proposal it may be.
    void setDepartments(const QStringList& departments);
    /// What to do while the ICP says nothing yet; below the sentence.
    void addWidget(QWidget* widget);

Q_SIGNALS:
    void edited(const QString& sentence);            ///< empty = compose it again
    void baselineChosen(const QString& department);  ///< empty = of nobody in particular

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void edit(bool on);
    void save();
    void giveRoom();
    QWidget* buildBaseline();
    void showBaseline();

    Icp m_icp;
    bool m_consumers = false;
    Text* m_sentence;
    QScrollArea* m_room;
    QStringList m_departments;
    QWidget* m_baseline;
    QComboBox* m_whose;
    Text* m_others;
    QWidget* m_show;
    QWidget* m_form;
    QPlainTextEdit* m_field;
};

}  // namespace icp::ui
