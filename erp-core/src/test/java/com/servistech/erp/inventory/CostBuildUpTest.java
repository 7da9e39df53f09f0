package com.servistech.erp.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostBuildUpTest {

    @ParameterizedTest
    @CsvSource({"30.00,3.00,2.00,38.00", "45.00,4.00,2.00,55.50", "20.00,1.50,0.50,24.00", "0.05,0.00,0.00,0.06"})
    void aPartCostsItsPriceShippingOperationAndATenthForTheWarrantyFund(
            String cost, String shipping, String operational, String total) {
        CostBuildUp build = new CostBuildUp(Money.usd(cost), Money.usd(shipping), Money.usd(operational));

        assertThat(build.total()).isEqualTo(Money.usd(total));
    }
}
