package com.servistech.erp.customers;

import com.servistech.erp.error.Problems;

/**
 * A device as written on a form.
 *
 * @param serialNumber may be null
 * @param imei may be null; with a right check digit otherwise
 * @param color may be null
 */
public record NewDevice(DeviceType type, String brand, String model, String serialNumber, String imei, String color) {

    /** The same, every value in the form in which it is kept. */
    NewDevice checked() {
        Problems problems = new Problems();
        if (type == null) {
            problems.add("/type", "value.required", "One of PHONE, TABLET, WATCH, LAPTOP, OTHER");
        }
        String goodBrand = problems.required("/brand", brand, 60);
        String goodModel = problems.required("/model", model, 80);
        String goodSerial = problems.optional("/serialNumber", serialNumber, 60);
        String goodImei = problems.optional("/imei", imei, 40);
        if (goodImei != null) {
            goodImei = Imei.parse(goodImei).map(Imei::value).orElse(null);
            if (goodImei == null) {
                problems.add("/imei", "imei.check-digit", "An IMEI has 15 digits; one of these is wrong (dial *#06#)");
            }
        }
        String goodColor = problems.optional("/color", color, 40);
        problems.refuseIfAny();
        return new NewDevice(type, goodBrand, goodModel, goodSerial, goodImei, goodColor);
    }
}
