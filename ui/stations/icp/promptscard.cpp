#include "ui/stations/icp/promptscard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {
constexpr int lowestField = 72;
}  // namespace

PromptsCard::PromptsCard(QWidget* parent) : Card(tr("Three questions"), parent) {
    body()->setSpacing(px(6));
    for (int i = 0; i < promptCount; ++i) {
        const QString question = promptQuestion(Prompt(i));
        auto* label = new Text(question, int(Type::Body));
        label->setWeight(QFont::DemiBold);
        label->setWordWrap(true);
        auto* field = new QPlainTextEdit;
        field->setAccessibleName(question);
        field->setTabChangesFocus(true);
        field->setMinimumHeight(px(lowestField));
        field->setToolTip(tr("Enter is done, Shift+Enter a new line, Esc keeps what was there"));
        field->installEventFilter(this);
        label->setBuddy(field);
        m_fields[std::size_t(i)] = field;
        if (i > 0) body()->addSpacing(px(8));
        body()->addWidget(label);
        body()->addWidget(field, 1);
    }
}

void PromptsCard::show(const QString& icp, const std::array<QString, promptCount>& answers) {
    const bool another = icp != m_icp;
    m_icp = icp;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (another || m_stored[i] != answers[i]) m_fields[i]->setPlainText(answers[i]);
    m_stored = answers;
    const auto count = std::count_if(answers.begin(), answers.end(),
                                     [](const QString& answer) { return !answer.isEmpty(); });
    setNote(tr("%1 of %2 answered").arg(count).arg(promptCount));
}

void PromptsCard::save(int prompt) {
    const auto at = std::size_t(prompt);
    const QString words = m_fields[at]->toPlainText().trimmed();
    if (words == m_stored[at]) return;
    m_stored[at] = words;
    Q_EMIT answered(m_icp, Prompt(prompt), words);
}

bool PromptsCard::eventFilter(QObject* watched, QEvent* event) {
    const auto field = std::find(m_fields.begin(), m_fields.end(), watched);
    if (field == m_fields.end()) return Card::eventFilter(watched, event);
    const int prompt = int(field - m_fields.begin());
    if (event->type() == QEvent::FocusOut) save(prompt);
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            save(prompt);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            (*field)->setPlainText(m_stored[std::size_t(prompt)]);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

}  // namespace icp::ui
