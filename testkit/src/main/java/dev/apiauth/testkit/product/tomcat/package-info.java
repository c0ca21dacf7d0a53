/** Embedded Tomcat with the connector settings that the products ship, on loopback only. */
package dev.apiauth.testkit.product.tomcat;
