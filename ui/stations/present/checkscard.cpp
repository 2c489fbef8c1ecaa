#include "ui/stations/present/checkscard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QString iconOf(const ShareCheck& check) {
    if (check.done) return QStringLiteral("check");
    switch (check.kind) {
        case ShareCheck::Kind::Anecdotes:
            return QStringLiteral("quote");
        case ShareCheck::Kind::Names:
            return QStringLiteral("eye");
        default:
            return QStringLiteral("warning");
    }
}

}  // namespace

ChecksCard::ChecksCard(QWidget* parent)
    : Card(tr("Before you share"), parent), m_rows(new QVBoxLayout), m_notes(new QPlainTextEdit) {
    m_rows->setSpacing(px(2));
    m_notes->setAccessibleName(tr("Notes for the presenter"));
    m_notes->setPlaceholderText(tr("What to say first, and what to ask the room."));
    m_notes->setTabChangesFocus(true);
    m_notes->setMinimumHeight(px(52));
    m_notes->setMaximumHeight(px(84));
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (m_notes->toPlainText() == m_stored) return;
        m_stored = m_notes->toPlainText();
        Q_EMIT notesWritten(m_stored);
    });
    auto* title = new Text(tr("Notes for the presenter"), int(Type::Body));
    title->setWeight(QFont::DemiBold);
    body()->addLayout(m_rows);
    body()->addWidget(title);
    body()->addWidget(m_notes);
}

void ChecksCard::setChecks(const std::vector<ShareCheck>& checks) {
    const bool same = std::equal(checks.begin(), checks.end(), m_checks.begin(), m_checks.end(),
                                 [](const ShareCheck& a, const ShareCheck& b) {
                                     return a.kind == b.kind && a.done == b.done && a.text == b.text;
                                 });
    if (same) return;
    m_checks = checks;
    rebuild();
}

void ChecksCard::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const Tokens& tokens = Tokens::of(this);
    int done = 0;
    for (const ShareCheck& check : m_checks) {
        done += check.done ? 1 : 0;
        auto* row = new QWidget;
        row->setMinimumHeight(px(34));
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(px(10));
        auto* mark = new QLabel;
        mark->setPixmap(iconPixmap(iconOf(check), check.done ? tokens.okInk : tokens.warnInk, px(18),
                                   devicePixelRatioF()));
        mark->setAccessibleName(check.done ? tr("Done") : tr("Look at this"));
        auto* text = new Text(check.text, int(Type::Body));
        text->setWordWrap(true);
        layout->addWidget(mark);
        layout->addWidget(text, 1);
        if (!check.done && check.kind != ShareCheck::Kind::Hypothesis) {
            const bool names = check.kind == ShareCheck::Kind::Names;
            const bool narrowed = check.kind == ShareCheck::Kind::Narrowed;
            QPushButton* action =
                names ? secondaryButton(tr("Hide names")) : linkButton(narrowed ? tr("See all") : tr("Show"));
            if (names) action->setProperty("small", true);
            action->setAccessibleDescription(check.text);
            connect(action, &QPushButton::clicked, this, [this, kind = check.kind] { Q_EMIT acted(kind); });
            layout->addWidget(action);
        }
        m_rows->addWidget(row);
    }
    setNote(tr("%1 of %2 done").arg(done).arg(m_checks.size()));
}

void ChecksCard::setNotes(const QString& notes) {
    if (notes == m_stored) return;
    m_stored = notes;
    m_notes->setPlainText(notes);
}

void ChecksCard::changeEvent(QEvent* event) {
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) rebuild();
}

}  // namespace icp::ui
