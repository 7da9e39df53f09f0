package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.testkit.ErpFixture;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests at two counters on the days of the worked examples, of an ordinary taxpayer and of a special one, who perceives
 * IGTF: after each of them the tills are closed, and the books must be true.
 */
abstract class AtTheTill {

    static final ErpFixture SHOP = ErpFixture.shared();
    static final Till ORDINARY = new Till(SHOP.ccs);
    static final Till SPECIAL = new Till(SHOP.mcb);
    private Instant before;

    @BeforeEach
    void theBankPublished() {
        before = SHOP.clock.instant();
        Till.theBankPublished();
    }

    @AfterEach
    void theBooksAreTrue() {
        ORDINARY.closeAll();
        SPECIAL.closeAll();
        SHOP.clock.set(before);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }
}
