#pragma once

#include "core/workshop/icp.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace icp::ui {

class Text;

/// As rich text, the criteria in bold.
QString sentenceHtml(const Sentence& sentence);

/// The ICP in one sentence, composed from the criteria with those in bold; people may write their own.
class SentenceCard : public Card {
    Q_OBJECT
public:
    explicit SentenceCard(QWidget* parent = nullptr);

    void setIcp(const Icp& icp);
    /// What to do while the ICP says nothing yet; below the sentence.
    void addWidget(QWidget* widget);

Q_SIGNALS:
    void edited(const QString& sentence);  ///< empty = compose it again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void edit(bool on);
    void save();

    Icp m_icp;
    Text* m_sentence;
    Text* m_baseline;
    QWidget* m_show;
    QWidget* m_form;
    QPlainTextEdit* m_field;
};

}  // namespace icp::ui
