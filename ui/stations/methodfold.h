#pragma once

#include <QWidget>

class QPushButton;

namespace icp::ui {

class Text;

/// "How was this computed": a link that folds the method open below it, and shut again.
class MethodFold : public QWidget {
    Q_OBJECT
public:
    explicit MethodFold(const QString& method = {}, QWidget* parent = nullptr);
    void setMethod(const QString& method);
    void shut();

Q_SIGNALS:
    void folded(bool open);

private:
    void fold(bool open);

    QPushButton* m_link;
    Text* m_text;
};

}  // namespace icp::ui
