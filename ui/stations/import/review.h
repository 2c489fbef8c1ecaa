#pragma once

#include "core/proposals/compare.h"
#include "core/proposals/proposals.h"
#include "ui/document/background.h"

#include <memory>

namespace icp::ui {

/// What there is to say of a dataset before it is used: it is mended by the user's decisions, searched for
/// what is not certain, and held against the data in use. In the background; the newest question wins.
class Review : public QObject {
    Q_OBJECT
public:
    struct Question {
        std::shared_ptr<const Dataset> dataset;
        Decisions decisions;
        std::shared_ptr<const Dataset> before;  ///< the data in use; nullptr: nothing to compare with
        bool operator==(const Question&) const = default;
    };
    explicit Review(QObject* parent = nullptr);

    /// The same question again is not asked again. What was declined since, and what was accepted, is taken
    /// out of the proposals at once; only what is accepted makes another search necessary.
    void ask(const Question& question);
    void forget();
    bool busy() const { return m_search.busy() || m_sifting.busy(); }
    void wait();

Q_SIGNALS:
    void mended(std::shared_ptr<const icp::Dataset> dataset);
    /// `declined`: what would be proposed, had the user not left it as it is.
    void proposed(std::shared_ptr<const icp::Proposals> proposals,
                  std::shared_ptr<const icp::Proposals> declined);
    void compared(std::shared_ptr<const icp::Dataset> before, std::shared_ptr<const icp::Dataset> after,
                  std::shared_ptr<const icp::DatasetChange> change);

private:
    void search();
    void sift();

    Question m_question;
    std::shared_ptr<const Proposals> m_found;  ///< the newest of this dataset, with those that are declined
    Background m_search;
    Background m_sifting;
};

}  // namespace icp::ui
