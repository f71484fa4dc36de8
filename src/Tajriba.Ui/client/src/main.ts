import './palette';
import './menus';
import './tables';
import './keys';

// Drawings and editors come only where one stands.
if (document.querySelector('t-chart')) void import('./chart');
if (document.querySelector('t-process-map')) void import('./process-map');
if (document.querySelector('t-live')) void import('./live');
if (document.querySelector('t-survey-editor')) void import('./survey-editor/editor');
