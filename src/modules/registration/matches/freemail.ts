/** Where anybody can have an address: two people there have nothing in common. */
const FREEMAIL = new Set(
  `gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.info gmx.org gmx.eu web.de email.de mail.de t-online.de magenta.de freenet.de
   freemail.de arcor.de online.de vodafone.de vodafonemail.de o2mail.de o2online.de 1und1.de onlinehome.de kabelmail.de
   unitybox.de netcologne.de ewetel.net ewe.net osnanet.de htp-tel.de versanet.de alice.de alice-dsl.net tiscali.de
   compuserve.de lycos.de posteo.de posteo.net mailbox.org tutanota.com tutanota.de tuta.io tuta.com proton.me pm.me
   protonmail.com protonmail.ch gmail.com googlemail.com outlook.com outlook.de outlook.at hotmail.com hotmail.de
   live.com live.de msn.com yahoo.com yahoo.de yahoo.at ymail.com rocketmail.com aol.com aol.de icloud.com me.com mac.com
   mail.com mail.ru yandex.com yandex.ru zoho.com zohomail.eu fastmail.com hey.com bluewin.ch hispeed.ch sunrise.ch
   aon.at chello.at a1.net kabsi.at laposte.net orange.fr wanadoo.fr free.fr libero.it wp.pl o2.pl onet.pl seznam.cz
   ziggo.nl kpnmail.nl icloud.de`.split(/\s+/),
);

/** Whether the domain of an address says which company somebody belongs to. */
export function isCompanyDomain(domain: string): boolean {
  return !FREEMAIL.has(domain.toLowerCase());
}
