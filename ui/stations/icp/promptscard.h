#pragma once

#include "core/workshop/implications.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace icp::ui {

/// The three questions every profile has to answer, and how many are answered.
class PromptsCard : public Card {
    Q_OBJECT
public:
    explicit PromptsCard(QWidget* parent = nullptr);

    /// A field that is being typed in keeps its words as long as the ICP stays.
    void show(const QString& icp, const std::array<QString, promptCount>& answers);

Q_SIGNALS:
    void answered(const QString& icp, icp::Prompt prompt, const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void save(int prompt);

    QString m_icp;
    std::array<QString, promptCount> m_stored;
    std::array<QPlainTextEdit*, promptCount> m_fields{};
};

}  // namespace icp::ui
