#include "ui/stations/personasheet.h"

#include "core/deck/personaslide.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/models/personamodel.h"
#include "ui/stations/personaform.h"
#include "ui/stations/personamatrix.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

QString withKey(const QString& text, const QKeySequence& key) {
    return QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

}  // namespace

PersonaSheet::PersonaSheet(PersonaModel* model, QWidget* parent)
    : QWidget(parent), m_model(model), m_form(new PersonaForm), m_matrix(new PersonaMatrix(model)) {
    m_form->hide();
    auto* card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    card->body()->addWidget(m_matrix);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(8));
    layout->addWidget(buildTools());
    layout->addWidget(m_form);
    layout->addWidget(card, 1);

    connect(m_matrix, &PersonaMatrix::personaAsked, this, &PersonaSheet::openForm);
    connect(m_matrix, &PersonaMatrix::moveAsked, this, &PersonaSheet::movePersona);
    connect(m_matrix, &PersonaMatrix::removeAsked, this, &PersonaSheet::removePersona);
    connect(m_matrix->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PersonaSheet::updateTools);
    connect(m_model, &PersonaModel::edited, this,
            [this](const std::vector<Persona>& personas, const QString& text) {
                if (!m_document) return;
                Q_EMIT edited();
                if (!m_document->editPersonas(personas, text)) Q_EMIT refused();
            });
    connect(m_form, &PersonaForm::closed, this, [this] {
        m_form->hide();
        m_matrix->setFocus();
    });
    connect(m_form, &PersonaForm::saved, this, [this](const Persona& persona) {
        if (m_document) m_document->editPersona(persona, tr("Edit persona"));
    });
}

PersonaSheet::~PersonaSheet() {
    // The view says goodbye to its current cell while it is destroyed, after this.
    m_matrix->selectionModel()->disconnect(this);
}

QWidget* PersonaSheet::buildTools() {
    m_tier = new QComboBox;
    m_tier->setProperty("small", true);
    m_tier->addItems({tr("All tiers"), tr("Tier 1"), tr("Tier 2"), tr("Tier 3")});
    m_tier->setAccessibleName(tr("Tiers shown"));
    m_edit = iconButton(QStringLiteral("edit"), tr("Edit persona"));
    m_left = iconButton(QStringLiteral("left"), tr("Move left"));
    m_right = iconButton(QStringLiteral("right"), tr("Move right"));
    m_remove = iconButton(QStringLiteral("minus"), tr("Remove persona"));
    m_edit->setToolTip(withKey(tr("Edit role, title, tier and words in titles"), Qt::ALT | Qt::Key_Return));
    m_left->setToolTip(withKey(tr("Move left"), Qt::ALT | Qt::Key_Left));
    m_right->setToolTip(withKey(tr("Move right"), Qt::ALT | Qt::Key_Right));
    auto* add = secondaryButton(tr("Add persona"), QStringLiteral("plus"));
    add->setProperty("small", true);
    auto* roles = new QMenu(add);
    for (int role = 0; role < buyingRoleCount; ++role)
        connect(roles->addAction(roleTitle(BuyingRole(role))), &QAction::triggered, this,
                [this, role] { addPersona(BuyingRole(role)); });
    add->setMenu(roles);
    add->setToolTip(tr("Add a person with one of the six buying roles"));
    auto* all = new QWidget;
    auto* tools = new QHBoxLayout(all);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(px(4));
    tools->addWidget(m_tier);
    tools->addStretch(1);
    for (QToolButton* tool : {m_edit, m_left, m_right, m_remove}) tools->addWidget(tool);
    tools->addWidget(add);
    connect(m_tier, &QComboBox::activated, this, &PersonaSheet::filterTier);
    connect(m_edit, &QToolButton::clicked, this, [this] { openForm(currentColumn()); });
    connect(m_left, &QToolButton::clicked, this, [this] { movePersona(currentColumn(), -1); });
    connect(m_right, &QToolButton::clicked, this, [this] { movePersona(currentColumn(), 1); });
    connect(m_remove, &QToolButton::clicked, this, [this] { removePersona(currentColumn()); });
    return all;
}

void PersonaSheet::setDocument(Document* document) {
    m_document = document;
    m_form->hide();
}

void PersonaSheet::refresh(int row, int column) {
    if (!m_matrix->currentIndex().isValid() && m_model->columnCount() > 0)
        m_matrix->setCurrentIndex(
            m_model->index(std::max(0, row), std::clamp(column, 0, m_model->columnCount() - 1)));
    filterTier();
    updateTools();
}

int PersonaSheet::tier() const { return m_tier->currentIndex(); }

void PersonaSheet::setTier(int tier) {
    m_tier->setCurrentIndex(tier);
    filterTier();
}

void PersonaSheet::showWhole() {
    m_matrix->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_matrix->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_matrix->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PersonaSheet::filterTier() {
    const int shown = tier();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_matrix->setColumnHidden(column,
                                  shown > 0 && m_model->personas()[std::size_t(column)].tier != shown);
    m_matrix->fit();
}

void PersonaSheet::addPersona(BuyingRole role) {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    if (!icp) return;
    for (Persona persona : emptyPanel(icp->id)) {
        if (persona.role != role) continue;
        if (!m_document->editPersona(persona, tr("Add persona"))) return;
        Q_EMIT allWanted();
        setTier(0);
        reveal(persona.id);
        openForm(m_model->columnCount() - 1);
    }
}

void PersonaSheet::openForm(int column) {
    if (column >= 0 && column < m_model->columnCount())
        m_form->open(m_model->personas()[std::size_t(column)]);
}

void PersonaSheet::closeForm() { m_form->hide(); }

void PersonaSheet::reveal(const QString& persona) {
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_model->personas()[std::size_t(column)].id != persona) continue;
        m_matrix->setCurrentIndex(m_model->index(0, column));
        m_matrix->goToGap(column);
    }
}

void PersonaSheet::movePersona(int column, int step) {
    const int to = column + step;
    if (!m_document || column < 0 || to < 0 || to >= m_model->columnCount()) return;
    const QString id = m_model->personas()[std::size_t(column)].id;
    const QString beside = m_model->personas()[std::size_t(to)].id;
    const auto& all = m_document->workshop().personas;
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const Persona& persona) { return persona.id == beside; });
    const int row = m_matrix->currentIndex().row();
    if (!m_document->movePersona(id, int(place - all.begin()))) return;
    m_matrix->setCurrentIndex(m_model->index(row, to));
}

void PersonaSheet::removePersona(int column) {
    if (!m_document || column < 0 || column >= m_model->columnCount()) return;
    const Persona persona = m_model->personas()[std::size_t(column)];
    if (persona.icps.size() > 1) {
        // It stays on the panels of the other profiles.
        Persona kept = persona;
        kept.icps.removeOne(m_document->currentIcp()->id);
        if (!m_document->editPersona(kept, tr("Remove persona"))) return;
    } else if (!m_document->removePersona(persona.id)) {
        return;
    }
    Q_EMIT removed(persona.title.isEmpty() ? roleTitle(persona.role) : persona.title);
}

int PersonaSheet::currentColumn() const { return m_matrix->currentIndex().column(); }

void PersonaSheet::updateTools() {
    const int column = currentColumn();
    m_edit->setEnabled(column >= 0);
    m_remove->setEnabled(column >= 0);
    m_left->setEnabled(column > 0);
    m_right->setEnabled(column >= 0 && column + 1 < m_model->columnCount());
}

}  // namespace icp::ui
