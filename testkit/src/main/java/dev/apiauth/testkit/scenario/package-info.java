/** A product, its policy and its people, in one readable builder. */
package dev.apiauth.testkit.scenario;
