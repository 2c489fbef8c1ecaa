#pragma once

#include "core/workshop/icp.h"

#include <QFrame>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace icp {
struct Dataset;
}

namespace icp::ui {

class AttributeBox;
class ConditionPanel;
class LevelPicker;

/// The inline row that writes a criterion: attribute, then levels or a range, or words only. A new criterion
/// is only previewed until it is added; changes of an existing one are made at once and undone with Ctrl+Z.
class CriterionEditor : public QFrame {
    Q_OBJECT
public:
    CriterionEditor(std::shared_ptr<const Dataset> dataset, const Criterion& criterion, bool isNew,
                    QWidget* parent = nullptr);

    bool isNew() const { return m_new; }
    const QString& id() const { return m_criterion.id; }
    /// Shows what it has become elsewhere (undo); keeps what is being typed when it is the same.
    void refresh(const Criterion& criterion);
    void focusFirst();

Q_SIGNALS:
    void previewed(const icp::Criterion& criterion);
    void changed(const icp::Criterion& criterion);   ///< an existing one
    void accepted(const icp::Criterion& criterion);  ///< a new one is complete
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillAttributes();
    void chooseAttribute();
    void show(const Criterion& criterion);
    QString composed(const Criterion& criterion) const;
    Criterion criterion() const;
    bool isComplete(const Criterion& criterion) const;
    void preview();
    void change();
    void finish();
    void updateState();

    std::shared_ptr<const Dataset> m_dataset;
    Criterion m_criterion;
    bool m_new;
    LevelPicker* m_level;
    AttributeBox* m_attribute;
    QLineEdit* m_text;
    ConditionPanel* m_panel;
    QLabel* m_hint;
    QPushButton* m_done;
    QPushButton* m_cancel;
};

}  // namespace icp::ui
