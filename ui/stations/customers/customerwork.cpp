#include "ui/stations/customers/customerwork.h"

namespace icp::ui {

CustomerWork workOut(CustomerWork wanted, const CustomerWork& before) {
    const Dataset& dataset = wanted.facts->dataset();
    const bool sameData = &dataset == &before.facts->dataset();
    wanted.questions =
        sameData && before.questions ? before.questions : std::make_shared<const FourQuestions>(dataset);
    wanted.success = sameData && before.success && before.blend == wanted.blend
                         ? before.success
                         : std::make_shared<const Success>(successOf(dataset, wanted.blend));
    for (int* size : {&wanted.bestSize, &wanted.leastSize})
        if (*size == 0) *size = usualListSize(wanted.facts->customers());
    wanted.lists = std::make_shared<const CustomerLists>(customerLists(*wanted.facts, wanted.success->scores,
                                                                       wanted.bestSize, wanted.leastSize,
                                                                       wanted.pins, wanted.questions.get()));
    return wanted;
}

}  // namespace icp::ui
